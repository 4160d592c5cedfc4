import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { requireText } from '#errors';
import { AfterSalesClosed, AfterSalesOpened, type AfterSalesOutcome, type Fact, happened } from '#events';
import { DateTime, GraphQLVocabulary, LocalDateScalar, Uuid } from '#runtime';
import type { Device } from '../devices/device.entity.js';
import type { Moment } from '../known/known.js';

/** How a ticket ends. */
export interface TicketEnd {
  readonly outcome: AfterSalesOutcome;
  readonly note: string | null;
  readonly replacementTag?: string;
}

/** A sold device that its buyer brought back with a fault. */
@Entity()
@ObjectType({ description: 'A sold device that its buyer brought back with a fault, and what became of it.' })
export class AfterSalesTicket {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the ticket.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('uuid')
  @Field(() => Uuid, { description: 'The sale it was bought in.' })
  saleId: string;

  @Column('uuid')
  deviceId: string;

  @Column('text')
  @Field(() => String, { description: 'Tag of the device.' })
  tag: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When it was brought in.' })
  openedAt: Date;

  @Column('date')
  openedOn: string;

  @Column('text')
  openedBy: string;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Last day of its warranty.' })
  warrantyUntil: string;

  @Column('text')
  @Field(() => String, { description: 'What is wrong with it; empty once its buyer was erased.' })
  fault: string;

  @Column('text', { nullable: true })
  @Field(() => GraphQLVocabulary.AfterSalesOutcome, {
    nullable: true,
    description: 'How it ended; null while it is open.',
  })
  outcome: AfterSalesOutcome | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What was done.' })
  note: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When it ended.' })
  closedAt: Date | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Tag of the device given in exchange.' })
  replacementTag: string | null;

  @Field(() => Boolean, { description: 'Whether the device was under warranty when it was brought in.' })
  get underWarranty(): boolean {
    return this.openedOn <= this.warrantyUntil;
  }

  /** Refuses `TEXT_LENGTH`. */
  static open(
    ticket: { id: string; saleId: string; warrantyUntil: string; fault: string; openedBy: string },
    { id: deviceId, branch, tag }: Device,
    { now, day }: Moment,
  ): { ticket: AfterSalesTicket; events: Fact[] } {
    const fault = requireText(ticket.fault, 'input.fault', { min: 3, max: 500 });
    const open = { outcome: null, note: null, closedAt: null, replacementTag: null };
    const of = { branch, deviceId, tag, openedAt: now, openedOn: day };
    const opened = Object.assign(new AfterSalesTicket(), ticket, of, open, { fault });
    const { id: ticketId, saleId, underWarranty } = opened;
    const data = { ticketId, saleId, deviceId, occurredOn: day, underWarranty };
    return { ticket: opened, events: [happened(AfterSalesOpened, { branch, at: now, data })] };
  }

  /** It ends, once. */
  close({ outcome, note, replacementTag }: TicketEnd, { now, day }: Moment): Fact[] {
    Object.assign(this, { outcome, note, closedAt: now, replacementTag: replacementTag ?? null });
    const { id: ticketId, saleId, deviceId, openedOn, branch } = this;
    const data = { ticketId, saleId, deviceId, openedOn, occurredOn: day, outcome };
    return [happened(AfterSalesClosed, { branch, at: now, data })];
  }
}
