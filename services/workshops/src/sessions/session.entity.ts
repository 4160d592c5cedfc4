import { Directive, Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { requireReason } from '#errors';
import {
  type Fact,
  happened,
  type MediationTheme,
  SessionCancelled,
  SessionChanged,
  SessionClosed,
  SessionReopened,
  SessionScheduled,
  type WorkshopLevel,
} from '#events';
import { DateTime, GraphQLVocabulary, LocalDateScalar, Uuid } from '#runtime';
import { type Workshop } from '../workshops/workshop.entity.js';
import {
  SEATS_BELOW_ENROLLED,
  SEATS_BELOW_OFFERED,
  SESSION_CANCELLED,
  SESSION_CLOSED,
  SESSION_IN_FUTURE,
  SESSION_IN_PAST,
  SESSION_NOT_CLOSED,
  SESSION_NOT_STARTED,
  SESSION_STARTED,
} from './session.refusals.js';
import { checkPlan, type Held, planned, type SessionPlan } from './session-plan.js';
import { SessionState } from './session-state.js';

/** Attendance opens a quarter of an hour ahead: people come early. */
const OPENS_AHEAD_MS = 15 * 60_000;

@Entity()
@ObjectType({ description: 'One date of a workshop.' })
@Directive('@key(fields: "id")')
export class Session {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the session.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('uuid')
  workshopId: string;

  @Column('text')
  @Field(() => String, { description: 'Title of its workshop when it was planned.' })
  title: string;

  @Column('uuid')
  placeId: string;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Room within the place; two sessions never hold the same room at once.',
  })
  room: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Set of equipment of the place; no two sessions hold it at once.',
  })
  equipmentSet: string | null;

  /** Null for a session that was planned on its own. */
  @Column('uuid', { nullable: true })
  seriesId: string | null;

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
  @Field(() => Int, { description: 'Seats offered.' })
  seats: number;

  @Column('int')
  @Field(() => Int, { description: 'Seats taken by confirmed enrolments; never more than `seats`.' })
  seatsTaken: number;

  @Column('int')
  @Field(() => Int, {
    description: 'Seats held for people of the waiting list who have an offer; nobody else gets them.',
  })
  seatsHeld: number;

  @Column('text')
  @Field(() => GraphQLVocabulary.WorkshopLevel, { description: 'For whom it is meant.' })
  level: WorkshopLevel;

  @Column('text', { array: true })
  @Field(() => [GraphQLVocabulary.MediationTheme], { description: 'What it is about.' })
  themes: MediationTheme[];

  @Column('text')
  @Field(() => SessionState, { description: 'SCHEDULED, CLOSED or CANCELLED.' })
  state: SessionState;

  @Column('boolean')
  @Field(() => Boolean, { description: 'True when it was entered after it had taken place.' })
  afterTheFact: boolean;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was cancelled.' })
  cancelReason: string | null;

  /** Grows with each change of the plan: calendars show the highest. */
  @Column('int')
  planVersion: number;

  /** Refuses `SESSION_IN_PAST`, `END_BEFORE_START`, `SEATS_OUT_OF_RANGE`. */
  static schedule(id: string, workshop: Workshop, plan: SessionPlan, zone: string, now: Date) {
    if (plan.startsAt <= now) throw SESSION_IN_PAST({}, 'input.startsAt');
    return Session.plan(id, workshop, plan, zone, now, false);
  }

  /** A session that took place unannounced. Refuses `SESSION_IN_FUTURE`, `END_BEFORE_START`, `SEATS_OUT_OF_RANGE`. */
  static record(id: string, workshop: Workshop, plan: SessionPlan, zone: string, now: Date) {
    if (plan.endsAt > now) throw SESSION_IN_FUTURE({}, 'input.endsAt');
    return Session.plan(id, workshop, plan, zone, now, true);
  }

  /** Refuses `SESSION_CANCELLED`, `SESSION_CLOSED`, `SESSION_STARTED`, `SESSION_IN_PAST`, `SEATS_BELOW_ENROLLED`, `SEATS_BELOW_OFFERED`. */
  change(plan: SessionPlan, now: Date): Fact[] {
    this.requireOpen();
    checkPlan(plan);
    const moved = plan.startsAt.getTime() !== this.startsAt.getTime() || plan.placeId !== this.placeId;
    if (moved && this.startsAt <= now) throw SESSION_STARTED({}, 'input.startsAt');
    if (moved && plan.startsAt <= now) throw SESSION_IN_PAST({}, 'input.startsAt');
    if (plan.seats < this.seatsTaken) throw SEATS_BELOW_ENROLLED({ enrolled: this.seatsTaken }, 'input.seats');
    if (plan.seats < this.seatsTaken + this.seatsHeld)
      throw SEATS_BELOW_OFFERED({ held: this.seatsHeld }, 'input.seats');
    const before = this.planFacts();
    const kept = plan.equipmentSet === undefined ? { ...plan, equipmentSet: this.equipmentSet } : plan;
    Object.assign(this, planned(kept, this.zone), { planVersion: this.planVersion + 1 });
    const data = { sessionId: this.id, before, after: this.planFacts() };
    return [happened(SessionChanged, { branch: this.branch, at: now, data })];
  }

  /** Refuses `SESSION_CANCELLED`, `SESSION_CLOSED`, `REASON_REQUIRED`. */
  cancel(reason: string, now: Date): Fact[] {
    this.requireOpen();
    this.cancelReason = requireReason(reason);
    Object.assign(this, { state: 'CANCELLED', planVersion: this.planVersion + 1 });
    const data = { sessionId: this.id, before: this.planFacts(), enrolled: this.seatsTaken };
    return [happened(SessionCancelled, { branch: this.branch, at: now, data })];
  }

  /** Refuses `SESSION_CANCELLED`, `SESSION_CLOSED`, `SESSION_NOT_STARTED`. */
  close(held: Held, now: Date): Fact[] {
    this.requireOpen();
    this.requireAttendanceOpen(now);
    this.state = 'CLOSED';
    return [happened(SessionClosed, { branch: this.branch, at: now, data: this.heldFacts(held) })];
  }

  /** Takes the closing back. Refuses `SESSION_NOT_CLOSED`. */
  reopen(held: Held, now: Date): Fact[] {
    if (this.state !== 'CLOSED') throw SESSION_NOT_CLOSED({});
    this.state = 'SCHEDULED';
    return [happened(SessionReopened, { branch: this.branch, at: now, data: this.heldFacts(held) })];
  }

  /** Refuses `SESSION_CANCELLED` and `SESSION_CLOSED`. */
  requireOpen(): void {
    if (this.state === 'CANCELLED') throw SESSION_CANCELLED({});
    if (this.state === 'CLOSED') throw SESSION_CLOSED({});
  }

  /** Refuses `SESSION_NOT_STARTED` more than 15 minutes ahead. */
  requireAttendanceOpen(now: Date): void {
    const opensAt = new Date(this.startsAt.getTime() - OPENS_AHEAD_MS);
    if (now >= opensAt) return;
    const style = { timeZone: this.zone, dateStyle: 'short', timeStyle: 'short' } as const;
    throw SESSION_NOT_STARTED({ opensAt: new Intl.DateTimeFormat('fr-FR', style).format(opensAt) });
  }

  /** Length in minutes, from UTC instants, so that October's doubled hour counts once. */
  get minutes(): number {
    return Math.round((this.endsAt.getTime() - this.startsAt.getTime()) / 60_000);
  }

  private static plan(
    id: string,
    workshop: Workshop,
    plan: SessionPlan,
    zone: string,
    now: Date,
    afterTheFact: boolean,
  ) {
    checkPlan(plan);
    const session = Object.assign(new Session(), {
      id,
      branch: workshop.branch,
      workshopId: workshop.id,
      title: workshop.title,
      zone,
      seriesId: null,
      ...{ seatsTaken: 0, seatsHeld: 0, planVersion: 0 },
      level: workshop.level,
      themes: workshop.themes,
      state: 'SCHEDULED',
      afterTheFact,
      cancelReason: null,
      ...planned(plan, zone),
    } satisfies Partial<Session>);
    const data = { sessionId: id, workshopId: workshop.id, afterTheFact, after: session.planFacts() };
    return { session, events: [happened(SessionScheduled, { branch: session.branch, at: now, data })] };
  }

  private planFacts() {
    return {
      placeId: this.placeId,
      startsAt: this.startsAt.toISOString(),
      endsAt: this.endsAt.toISOString(),
      occurredOn: this.occurredOn,
      ...{ seats: this.seats, seatsTaken: this.seatsTaken },
      level: this.level,
      themes: this.themes,
    };
  }

  private heldFacts(held: Held) {
    const { id: sessionId, occurredOn, placeId, seats, seatsTaken: enrolled, minutes } = this;
    return { sessionId, occurredOn, placeId, seats, enrolled, minutes, ...held };
  }
}
