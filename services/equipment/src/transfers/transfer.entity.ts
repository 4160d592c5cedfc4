import { Directive, Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  type EquipmentType,
  type EventDefinition,
  type Fact,
  type Grade,
  happened,
  TransferAccepted,
  TransferCancelled,
  TransferClosed,
  TransferDeviceArrived,
  TransferRefused,
  TransferRequested,
  TransferShipped,
  type TransferState,
} from '#events';
import { DateTime, GraphQLVocabulary, Uuid } from '#runtime';
import type { Moment } from '../known/known.js';
import {
  ACCEPTED_OUT_OF_RANGE,
  NOTHING_ACCEPTED,
  TRANSFER_LINES,
  TRANSFER_STEP_NOT_ALLOWED,
  TRANSFER_TO_ITSELF,
} from './transfer.refusals.js';

/** So many devices of a type and grade, or one device by its tag. */
@ObjectType({ description: 'So many devices of a type and grade, or one device by its tag.' })
export class TransferLine {
  @Field(() => GraphQLVocabulary.EquipmentType, { description: 'Kind of device.' })
  type: EquipmentType;

  @Field(() => GraphQLVocabulary.Grade, {
    nullable: true,
    description: 'Its grade; null for a device asked for by tag.',
  })
  grade: Grade | null;

  @Field(() => String, { nullable: true, description: 'Tag of the one device that is asked for.' })
  tag: string | null;

  @Field(() => Int, { description: 'How many were asked for.' })
  asked: number;

  @Field(() => Int, { nullable: true, description: 'How many the other branch will send; null until it has answered.' })
  accepted: number | null;
}

const MOST_LINES = 20;
const MOST_DEVICES = 100;

/** Devices on their way from one branch to another, from the request to the last scan. */
@Entity()
@ObjectType({ description: 'Devices on their way from one branch to another, from the request to the last scan.' })
@Directive('@key(fields: "id")')
export class EquipmentTransfer {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the transfer.' })
  id: string;

  @Column('char', { length: 2 })
  fromBranch: string;

  @Column('char', { length: 2 })
  toBranch: string;

  @Column('text')
  @Field(() => GraphQLVocabulary.TransferState, { description: 'Where it stands.' })
  state: TransferState;

  @Column('jsonb')
  @Field(() => [TransferLine], { description: 'What was asked for, and what was accepted of it.' })
  lines: TransferLine[];

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When it was asked for.' })
  requestedAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When it was accepted, refused or cancelled.' })
  answeredAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When the devices left.' })
  shippedAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, {
    nullable: true,
    description: 'When the last of them was scanned, or the rest was said to be missing.',
  })
  closedAt: Date | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was refused or cancelled.' })
  reason: string | null;

  /** Refuses `TRANSFER_TO_ITSELF`, `TRANSFER_LINES`. */
  static request(
    asked: { id: string; fromBranch: string; toBranch: string; lines: Omit<TransferLine, 'accepted'>[] },
    moment: Moment,
  ): { transfer: EquipmentTransfer; events: Fact[] } {
    if (asked.fromBranch === asked.toBranch) throw TRANSFER_TO_ITSELF({}, 'input.from');
    if (asked.lines.length === 0 || asked.lines.length > MOST_LINES) throw TRANSFER_LINES({}, 'input.lines');
    const wrong = asked.lines.findIndex((line) => line.asked < 1 || line.asked > MOST_DEVICES);
    if (wrong >= 0) throw TRANSFER_LINES({}, `input.lines[${wrong}].count`);
    const transfer = Object.assign(new EquipmentTransfer(), {
      ...asked,
      lines: asked.lines.map((line) => ({ ...line, accepted: null })),
      state: 'REQUESTED' as const,
      requestedAt: moment.now,
      answeredAt: null,
      shippedAt: null,
      closedAt: null,
      reason: null,
    });
    const lines = asked.lines.map(({ type, grade, asked: count }) => ({ type, grade, count }));
    return { transfer, events: [transfer.says(TransferRequested, moment, asked.toBranch, { asked: lines })] };
  }

  /** All or a part, line by line. Refuses `TRANSFER_STEP_NOT_ALLOWED`, `ACCEPTED_OUT_OF_RANGE`, `NOTHING_ACCEPTED`. */
  accept(counts: readonly number[], moment: Moment): Fact[] {
    this.from('REQUESTED');
    this.lines = this.lines.map((line, index) => {
      const accepted = counts[index] ?? 0;
      if (accepted < 0 || accepted > line.asked)
        throw ACCEPTED_OUT_OF_RANGE({ asked: line.asked }, `input.accepted[${index}]`);
      return { ...line, accepted };
    });
    if (this.lines.every((line) => line.accepted === 0)) throw NOTHING_ACCEPTED({}, 'input.accepted');
    this.become('ACCEPTED', { answeredAt: moment.now });
    const accepted = this.lines.map(({ type, grade, accepted: count }) => ({ type, grade, count: count ?? 0 }));
    return [this.says(TransferAccepted, moment, this.fromBranch, { accepted })];
  }

  /** Refuses `TRANSFER_STEP_NOT_ALLOWED`. */
  refuse(reason: string, moment: Moment): Fact[] {
    this.from('REQUESTED');
    this.become('REFUSED', { answeredAt: moment.now, reason });
    return [this.says(TransferRefused, moment, this.fromBranch)];
  }

  /** Before anything left. Refuses `TRANSFER_STEP_NOT_ALLOWED`. */
  cancel(reason: string, moment: Moment): Fact[] {
    this.from('REQUESTED', 'ACCEPTED');
    this.become('CANCELLED', { answeredAt: moment.now, reason });
    return [this.says(TransferCancelled, moment, this.toBranch)];
  }

  /** Once: what did not fit into it asks for another transfer. Refuses `TRANSFER_STEP_NOT_ALLOWED`. */
  ship(deviceIds: string[], moment: Moment): Fact[] {
    this.from('ACCEPTED');
    this.become('SHIPPED', { shippedAt: moment.now });
    return [this.says(TransferShipped, moment, this.fromBranch, { deviceIds })];
  }

  /** One was scanned; the last one closes it. Refuses `TRANSFER_STEP_NOT_ALLOWED`. */
  arrived(deviceId: string, left: number, moment: Moment): Fact[] {
    this.from('SHIPPED');
    const scanned = this.says(TransferDeviceArrived, moment, this.toBranch, { deviceId });
    return left === 0 ? [scanned, ...this.close([], moment)] : [scanned];
  }

  /** Nothing more will be scanned. Refuses `TRANSFER_STEP_NOT_ALLOWED`. */
  close(missing: string[], moment: Moment): Fact[] {
    this.from('SHIPPED');
    this.become(missing.length === 0 ? 'RECEIVED' : 'DISCREPANCY', { closedAt: moment.now });
    return [this.says(TransferClosed, moment, this.toBranch, { missing })];
  }

  /** Refuses `TRANSFER_STEP_NOT_ALLOWED` in any other state. */
  from(...states: TransferState[]): void {
    if (!states.includes(this.state)) throw TRANSFER_STEP_NOT_ALLOWED({ state: this.state }, 'input.id');
  }

  /** A fact of this transfer, spoken by one of its two branches. */
  says(definition: EventDefinition, { now, day }: Moment, branch: string, more: Record<string, unknown> = {}): Fact {
    const about = { transferId: this.id, occurredOn: day, from: this.fromBranch, to: this.toBranch };
    return happened(definition, { branch, at: now, data: { ...about, ...more } as never });
  }

  private become(state: TransferState, change: Partial<EquipmentTransfer>): void {
    Object.assign(this, { ...change, state });
  }
}
