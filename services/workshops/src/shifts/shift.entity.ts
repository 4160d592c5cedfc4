import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  type Fact,
  happened,
  type MediationTheme,
  ShiftCancelled,
  ShiftGapNoticed,
  ShiftJoined,
  ShiftMoved,
  ShiftReleased,
  ShiftScheduled,
} from '#events';
import { DateTime, GraphQLVocabulary, LocalDateScalar, localDay, Uuid } from '#runtime';
import { SessionState } from '../sessions/session-state.js';
import {
  HELPERS_NEEDED,
  SHIFT_BEGUN,
  SHIFT_CANCELLED,
  SHIFT_FULL,
  SHIFT_IN_PAST,
  SHIFT_LENGTH,
  SHIFT_NOT_BEGUN,
} from './shift.refusals.js';

const LONGEST_MS = 12 * 3_600_000;
const MOST_HELPERS = 50;

/** When and where help is wanted, by how many, with what. */
export interface ShiftPlan {
  placeId: string;
  startsAt: Date;
  endsAt: Date;
  needed: number;
  skills: MediationTheme[];
}

@Entity()
@ObjectType({ description: 'A time at which helpers are wanted in a place.' })
export class Shift {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the shift.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('uuid')
  placeId: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'Beginning, UTC.' })
  startsAt: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: 'End, UTC.' })
  endsAt: Date;

  @Column('text')
  @Field(() => String, { description: 'IANA zone of the branch, to show times in.' })
  zone: string;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Day it belongs to, in the zone of the branch.' })
  occurredOn: string;

  @Column('int')
  @Field(() => Int, { description: 'How many are wanted.' })
  needed: number;

  @Column('int')
  @Field(() => Int, { description: 'How many will be there; never more than are wanted.' })
  taken: number;

  @Column('text', { array: true })
  @Field(() => [GraphQLVocabulary.MediationTheme], { description: 'With what they must be able to help.' })
  skills: MediationTheme[];

  @Column('text')
  @Field(() => SessionState, { description: 'SCHEDULED or CANCELLED.' })
  state: 'SCHEDULED' | 'CANCELLED';

  /** The gap that was told and is still open; null = nothing was, or nothing is missing any more. */
  @Column('uuid', { nullable: true })
  gapId: string | null;

  /** Refuses `SHIFT_IN_PAST`, `SHIFT_LENGTH`, `HELPERS_NEEDED`. */
  static schedule(id: string, of: { branch: string; zone: string }, plan: ShiftPlan, now: Date) {
    requireTimes(plan, now);
    if (!Number.isInteger(plan.needed) || plan.needed < 1 || plan.needed > MOST_HELPERS)
      throw HELPERS_NEEDED({}, 'input.needed');
    const { placeId, startsAt, endsAt, needed } = plan;
    const shift = Object.assign(new Shift(), {
      ...{ id, ...of, placeId, startsAt, endsAt, needed, taken: 0 },
      occurredOn: localDay(startsAt, of.zone),
      skills: [...new Set(plan.skills)],
      state: 'SCHEDULED',
      gapId: null,
    } satisfies Partial<Shift>);
    const data = { shiftId: id, after: shift.facts() };
    return { shift, events: [happened(ShiftScheduled, { branch: of.branch, at: now, data })] };
  }

  /** Refuses `SHIFT_CANCELLED`, `SHIFT_BEGUN`. */
  cancel(now: Date): Fact[] {
    this.requireToCome(now);
    this.state = 'CANCELLED';
    const data = { shiftId: this.id, before: this.facts() };
    return [happened(ShiftCancelled, { branch: this.branch, at: now, data })];
  }

  /** To another time, or another place. Refuses `SHIFT_CANCELLED`, `SHIFT_BEGUN`, `SHIFT_IN_PAST`, `SHIFT_LENGTH`. */
  move(to: Pick<ShiftPlan, 'placeId' | 'startsAt' | 'endsAt'>, now: Date): Fact[] {
    this.requireToCome(now);
    requireTimes(to, now);
    const before = this.facts();
    Object.assign(this, { ...to, occurredOn: localDay(to.startsAt, this.zone) });
    const data = { shiftId: this.id, before, after: this.facts() };
    return [happened(ShiftMoved, { branch: this.branch, at: now, data })];
  }

  /** Somebody will be there. Refuses `SHIFT_CANCELLED`, `SHIFT_BEGUN`, `SHIFT_FULL`. */
  join(dutyId: string, now: Date): Fact[] {
    this.requireToCome(now);
    if (this.taken >= this.needed) throw SHIFT_FULL({}, 'input.shiftId');
    this.taken += 1;
    return [happened(ShiftJoined, { branch: this.branch, at: now, data: this.staffing(dutyId) })];
  }

  /** Somebody will not. Refuses `SHIFT_CANCELLED`, `SHIFT_BEGUN`. */
  release(dutyId: string, now: Date): Fact[] {
    this.requireToCome(now);
    this.taken -= 1;
    return [happened(ShiftReleased, { branch: this.branch, at: now, data: this.staffing(dutyId) })];
  }

  /** Tells what it lacks, once for as long as the gap is open; nothing of a shift that begins later than `until`. */
  noticeGap(skills: MediationTheme[], gapId: string, { now, until }: { now: Date; until: Date }): Fact[] {
    this.closeGap(skills);
    const near = this.state === 'SCHEDULED' && this.startsAt > now && this.startsAt <= until;
    if (!near || this.gapId !== null || !this.lacks(skills)) return [];
    this.gapId = gapId;
    const { id: shiftId, placeId, occurredOn } = this;
    const times = { startsAt: this.startsAt.toISOString(), endsAt: this.endsAt.toISOString() };
    const data = { shiftId, gapId, placeId, occurredOn, ...times, missing: this.needed - this.taken, skills };
    return [happened(ShiftGapNoticed, { branch: this.branch, at: now, data })];
  }

  /** A gap that is filled is forgotten: the next one is told anew. */
  closeGap(skills: readonly MediationTheme[]): void {
    if (!this.lacks(skills)) this.gapId = null;
  }

  private lacks(skills: readonly MediationTheme[]): boolean {
    return this.taken < this.needed || skills.length > 0;
  }

  /** Refuses `SHIFT_CANCELLED`, `SHIFT_BEGUN`. */
  requireToCome(now: Date): void {
    if (this.state === 'CANCELLED') throw SHIFT_CANCELLED({}, 'input.shiftId');
    if (now >= this.startsAt) throw SHIFT_BEGUN({}, 'input.shiftId');
  }

  /** Refuses `SHIFT_CANCELLED`, `SHIFT_NOT_BEGUN`. */
  requireBegun(now: Date): void {
    if (this.state === 'CANCELLED') throw SHIFT_CANCELLED({}, 'input.dutyId');
    if (now < this.startsAt) throw SHIFT_NOT_BEGUN({}, 'input.dutyId');
  }

  private staffing(dutyId: string) {
    return { shiftId: this.id, dutyId, needed: this.needed, taken: this.taken };
  }

  private facts() {
    const { placeId, occurredOn, needed, skills } = this;
    return {
      placeId,
      occurredOn,
      needed,
      skills,
      startsAt: this.startsAt.toISOString(),
      endsAt: this.endsAt.toISOString(),
    };
  }
}

function requireTimes({ startsAt, endsAt }: Pick<ShiftPlan, 'startsAt' | 'endsAt'>, now: Date): void {
  if (startsAt <= now) throw SHIFT_IN_PAST({}, 'input.startsAt');
  const length = endsAt.getTime() - startsAt.getTime();
  if (length <= 0 || length > LONGEST_MS) throw SHIFT_LENGTH({}, 'input.endsAt');
}
