import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTime, Uuid } from '#runtime';

export const DeviceStepKind = {
  RECEIVED: 'RECEIVED',
  GRADED: 'GRADED',
  MOVED: 'MOVED',
  SOLD: 'SOLD',
  SALE_VOIDED: 'SALE_VOIDED',
  GIVEN_BACK: 'GIVEN_BACK',
  RESERVED: 'RESERVED',
  RELEASED: 'RELEASED',
  LENT: 'LENT',
  BROUGHT_BACK: 'BROUGHT_BACK',
  SHIPPED: 'SHIPPED',
  ARRIVED: 'ARRIVED',
  CORRECTED: 'CORRECTED',
  VOIDED: 'VOIDED',
  DATA_ERASED: 'DATA_ERASED',
  AUDITED: 'AUDITED',
  REMOVED_AS_WASTE: 'REMOVED_AS_WASTE',
} as const;
export type DeviceStepKind = (typeof DeviceStepKind)[keyof typeof DeviceStepKind];
registerEnumType(DeviceStepKind, { name: 'DeviceStepKind', description: 'What happened to a device.' });

/** One line of a device's history. */
@Entity()
@ObjectType({ description: 'One line of a device’s history.' })
export class DeviceStep {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the line.' })
  id: string;

  @Column('char', { length: 2 })
  @Field(() => String, { description: 'Code of the branch where it happened.' })
  branch: string;

  @Column('uuid')
  deviceId: string;

  /** Given by the database, in the order of the acts. */
  @Column({ type: 'bigint', insert: false, update: false, select: false })
  turn: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'When it happened.' })
  at: Date;

  @Column('text')
  @Field(() => String, { description: 'Random subject of who did it.' })
  who: string;

  @Column('text')
  @Field(() => DeviceStepKind, { description: 'What happened.' })
  what: DeviceStepKind;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'State, grade or value before.' })
  before: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'State, grade or value after.' })
  after: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Why, where a reason was given.' })
  reason: string | null;
}

/** What an act adds to the history, before it gets an id, an author and an hour. */
export interface StepTaken {
  readonly what: DeviceStepKind;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string | null;
}
