import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { helperIdOf } from '#access';
import { type Fact, HoursRecorded, happened } from '#events';
import { Uuid } from '#runtime';
import type { Shift } from './shift.entity.js';
import { HOURS_OUT_OF_RANGE, NOT_ON_SHIFT } from './shift.refusals.js';

const MOST_MINUTES = 12 * 60;

/** INVITED: asked to come · TAKEN: will be there · LEFT: will not after all · WORKED: was there · MISSED: was not. */
export const DutyState = {
  INVITED: 'INVITED',
  TAKEN: 'TAKEN',
  LEFT: 'LEFT',
  WORKED: 'WORKED',
  MISSED: 'MISSED',
} as const;
export type DutyState = keyof typeof DutyState;
registerEnumType(DutyState, {
  name: 'DutyState',
  description: 'INVITED asked to come, TAKEN will be there, LEFT will not after all, WORKED was there, MISSED was not.',
});

@Entity()
@ObjectType({ description: 'A helper’s part in a shift.' })
export class Duty {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('uuid')
  shiftId: string;

  @Column('text')
  subject: string;

  @Column({ type: 'timestamptz', precision: 3 })
  startsAt: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  endsAt: Date;

  @Column('text')
  @Field(() => DutyState, { description: 'Asked, coming, gone, been there or missed.' })
  state: DutyState;

  @Column('int')
  @Field(() => Int, { description: 'Minutes worked, once they are recorded.' })
  minutes: number;

  @Column({ type: 'timestamptz', precision: 3 })
  saidAt: Date;

  @Column('text', { nullable: true })
  recordedBy: string | null;

  /** Grows with each change: calendars show the highest. */
  @Column('int')
  version: number;

  /** Filled in by whoever lists duties; null for a helper whom nobody has described yet. */
  @Field(() => Uuid, { nullable: true, description: 'The member; the network service knows who that is.' })
  memberId: string | null;

  static of(id: string, shift: Shift, subject: string, state: DutyState, now: Date): Duty {
    return Object.assign(new Duty(), {
      ...{ id, branch: shift.branch, shiftId: shift.id, subject, state },
      ...{ startsAt: shift.startsAt, endsAt: shift.endsAt, minutes: 0, saidAt: now, recordedBy: null, version: 0 },
    } satisfies Partial<Duty>);
  }

  get isTaken(): boolean {
    return this.state === 'TAKEN';
  }

  /** How long they were there; 0 = they did not come. Said again it is mended. Refuses `NOT_ON_SHIFT`, `HOURS_OUT_OF_RANGE`. */
  record(shift: Shift, minutes: number, by: string, now: Date): Fact[] {
    if (this.state === 'INVITED' || this.state === 'LEFT') throw NOT_ON_SHIFT({}, 'input.dutyId');
    if (minutes < 0 || minutes > MOST_MINUTES) throw HOURS_OUT_OF_RANGE({}, 'input.minutes');
    const before = this.minutes;
    Object.assign(this, { state: minutes > 0 ? 'WORKED' : 'MISSED', minutes, saidAt: now, recordedBy: by });
    if (before === minutes) return [];
    const { id: shiftId, occurredOn, placeId } = shift;
    const data = {
      shiftId,
      dutyId: this.id,
      occurredOn,
      before,
      after: minutes,
      placeId,
      helperId: helperIdOf(this.subject),
    };
    return [happened(HoursRecorded, { branch: shift.branch, at: now, data })];
  }
}
