import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EquipmentState, EquipmentType, Grade, MissingOutcome } from '#events';
import { DateTime, GraphQLVocabulary, Uuid } from '#runtime';
import type { TransferLine } from './transfer.entity.js';
import { NOT_AS_ACCEPTED } from './transfer.refusals.js';

/** A device that left with a transfer, as it was when it left. */
@Entity()
@ObjectType({ description: 'A device that left with a transfer, as it was when it left.' })
export class TransferDevice {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of this line.' })
  id: string;

  @Column('uuid')
  transferId: string;

  @Column('uuid')
  deviceId: string;

  @Column('char', { length: 2 })
  fromBranch: string;

  @Column('char', { length: 2 })
  toBranch: string;

  @Column('text')
  @Field(() => String, { description: 'What its label says.' })
  tag: string;

  @Column('text')
  @Field(() => GraphQLVocabulary.EquipmentType, { description: 'Kind of device.' })
  type: EquipmentType;

  @Column('text', { nullable: true })
  @Field(() => GraphQLVocabulary.Grade, { nullable: true, description: 'Its grade when it left.' })
  grade: Grade | null;

  /** What it is again where the journey ends. */
  @Column('text')
  stateBefore: EquipmentState;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When it was scanned on arrival; null while it was not.' })
  arrivedAt: Date | null;

  @Column('text', { nullable: true })
  @Field(() => GraphQLVocabulary.MissingOutcome, {
    nullable: true,
    description: 'What a branch says became of it, until the coordination approves.',
  })
  proposed: MissingOutcome | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Why the branch says so.' })
  proposedReason: string | null;

  @Column('text', { nullable: true })
  @Field(() => GraphQLVocabulary.MissingOutcome, { nullable: true, description: 'What became of it, as approved.' })
  outcome: MissingOutcome | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When the coordination approved.' })
  settledAt: Date | null;
}

/** What is known of a device to be packed. */
export interface Packed {
  readonly tag: string;
  readonly type: EquipmentType;
  readonly grade: Grade | null;
}

/** Refuses `NOT_AS_ACCEPTED` for the first device that finds no room left in an accepted line: its own by tag, else its type and grade. */
export function requireAccepted(lines: readonly TransferLine[], packed: readonly Packed[]): void {
  const room = lines.map((line) => line.accepted ?? 0);
  const take = (fits: (line: TransferLine) => boolean): boolean => {
    const index = lines.findIndex((line, at) => (room[at] ?? 0) > 0 && fits(line));
    if (index >= 0) room[index] = (room[index] ?? 0) - 1;
    return index >= 0;
  };
  for (const { tag, type, grade } of packed)
    if (
      !take((line) => line.tag === tag) &&
      !take((line) => line.tag === null && line.type === type && line.grade === grade)
    )
      throw NOT_AS_ACCEPTED({ tag }, 'input.tags');
}
