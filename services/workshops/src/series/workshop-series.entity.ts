import { Directive, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  type CourseOutcomeChanged,
  type Fact,
  happened,
  type WorkshopKind,
  WorkshopSeriesCancelled,
  WorkshopSeriesPostponed,
  WorkshopSeriesScheduled,
} from '#events';
import { GraphQLVocabulary, localDay, shiftDay, Uuid, wallTime } from '#runtime';
import { type BranchCalendar } from '../known/known.js';
import { Session } from '../sessions/session.entity.js';
import { SESSION_IN_PAST } from '../sessions/session.refusals.js';
import type { SessionPlan } from '../sessions/session-plan.js';
import { type Workshop } from '../workshops/workshop.entity.js';
import {
  DISCOVERY_ONCE,
  NOT_IN_SERIES,
  POSTPONED_DAYS,
  SERIES_CANCELLED,
  SERIES_LENGTH,
  SERIES_OVER,
} from './series.refusals.js';
import { dateOn } from './series-pattern.js';

const LONGEST = 12;
const FARTHEST_DAYS = 180;

/** SCHEDULED: some session of it stands · CANCELLED: none is left. */
export const SeriesState = { SCHEDULED: 'SCHEDULED', CANCELLED: 'CANCELLED' } as const;
export type SeriesState = keyof typeof SeriesState;
registerEnumType(SeriesState, {
  name: 'SeriesState',
  description: 'SCHEDULED, or CANCELLED with every session of it.',
});

/** How many went through with a course. */
export type CourseOutcome = NonNullable<CourseOutcomeChanged['data']['after']>;

@Entity()
@ObjectType({ description: 'Sessions of one workshop that were planned together, for the same people.' })
@Directive('@key(fields: "id")')
export class WorkshopSeries {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the series.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('uuid')
  workshopId: string;

  @Column('text')
  @Field(() => String, { description: 'Title of its workshop when it was planned.' })
  title: string;

  @Column('text')
  @Field(() => GraphQLVocabulary.WorkshopKind, { description: 'A course, or a discovery of one session.' })
  kind: WorkshopKind;

  @Column('text')
  @Field(() => SeriesState, { description: 'SCHEDULED or CANCELLED.' })
  state: SeriesState;

  @Column('text')
  @Field(() => String, { description: 'IANA zone of the branch, to show times in.' })
  zone: string;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  /** How many went through with it; null until every session of it is closed or called off. */
  @Column('jsonb', { nullable: true })
  outcome: CourseOutcome | null;

  /** Filled by lists, which read the sessions of all their rows at once. */
  sessions?: Session[];

  /** Refuses `SERIES_LENGTH`, `DISCOVERY_ONCE`, `SESSION_IN_PAST` and what a session’s plan may be refused for. */
  static schedule(
    ids: { next(): string },
    workshop: Workshop,
    plans: readonly SessionPlan[],
    zone: string,
    now: Date,
  ): { series: WorkshopSeries; sessions: Session[]; events: Fact[] } {
    const [first] = plans;
    if (!first || plans.length > LONGEST) throw SERIES_LENGTH({ count: plans.length }, 'input.pattern');
    if (workshop.kind === 'DISCOVERY' && plans.length > 1) throw DISCOVERY_ONCE({}, 'input.pattern');
    if (first.startsAt <= now) throw SESSION_IN_PAST({}, 'input.pattern.firstDay');
    const series = Object.assign(new WorkshopSeries(), {
      id: ids.next(),
      branch: workshop.branch,
      workshopId: workshop.id,
      title: workshop.title,
      kind: workshop.kind,
      state: 'SCHEDULED',
      zone,
      ...{ createdAt: now, outcome: null },
    } satisfies Partial<WorkshopSeries>);
    const planned = plans.map((plan) => Session.schedule(ids.next(), workshop, plan, zone, now));
    const sessions = planned.map(({ session }) => Object.assign(session, { seriesId: series.id }));
    const data = {
      seriesId: series.id,
      workshopId: workshop.id,
      kind: workshop.kind,
      sessionIds: sessions.map(({ id }) => id),
      seats: first.seats,
    };
    const scheduled = happened(WorkshopSeriesScheduled, { branch: series.branch, at: now, data });
    return { series, sessions, events: [scheduled, ...planned.flatMap(({ events }) => events)] };
  }

  /**
   * Moves a session by whole days, and those after it when `andLater`: the clocks of the branch show the same time, through a
   * change of the clock too. Refuses `POSTPONED_DAYS`, `SERIES_CANCELLED`, `SERIES_OVER`, `NOT_IN_SERIES`, `SESSION_IN_PAST`.
   */
  postpone(
    sessions: readonly Session[],
    wanted: { fromSessionId?: string | null | undefined; days: number; andLater: boolean },
    calendar: BranchCalendar,
    now: Date,
  ): { moved: Session[]; events: Fact[] } {
    const { days, andLater, fromSessionId } = wanted;
    if (!Number.isInteger(days) || days === 0 || Math.abs(days) > FARTHEST_DAYS) throw POSTPONED_DAYS({}, 'input.days');
    const rest = this.toCome(sessions, fromSessionId, now);
    const moved = andLater ? rest : rest.slice(0, 1);
    const events = moved.flatMap((session) => {
      const [, time = ''] = wallTime(session.startsAt, this.zone).split('T');
      const day = shiftDay(localDay(session.startsAt, this.zone), days);
      const { startsAt, endsAt } = dateOn(day, time, session.minutes, calendar);
      if (startsAt <= now) throw SESSION_IN_PAST({}, 'input.days');
      return session.change({ ...session, startsAt, endsAt }, now);
    });
    const data = { seriesId: this.id, sessionIds: moved.map(({ id }) => id), days };
    return { moved, events: [happened(WorkshopSeriesPostponed, { branch: this.branch, at: now, data }), ...events] };
  }

  /** Calls off what is still to come, from one session on. Refuses `SERIES_CANCELLED`, `SERIES_OVER`, `NOT_IN_SERIES`, `REASON_REQUIRED`. */
  cancel(
    sessions: readonly Session[],
    wanted: { fromSessionId?: string | null | undefined; reason: string },
    now: Date,
  ): { cancelled: Session[]; events: Fact[] } {
    const cancelled = this.toCome(sessions, wanted.fromSessionId, now);
    const events = cancelled.flatMap((session) => session.cancel(wanted.reason, now));
    const whole = sessions.every(({ state }) => state === 'CANCELLED');
    if (whole) this.state = 'CANCELLED';
    const data = { seriesId: this.id, sessionIds: cancelled.map(({ id }) => id), whole };
    return {
      cancelled,
      events: [...events, happened(WorkshopSeriesCancelled, { branch: this.branch, at: now, data })],
    };
  }

  /** Its sessions that stand and have not begun, in order, from one of them on. Refuses `SERIES_CANCELLED`, `SERIES_OVER`, `NOT_IN_SERIES`. */
  toCome(sessions: readonly Session[], fromSessionId: string | null | undefined, now: Date): Session[] {
    if (this.state === 'CANCELLED') throw SERIES_CANCELLED({}, 'input.seriesId');
    const standing = sessions
      .filter(({ state, startsAt }) => state === 'SCHEDULED' && startsAt > now)
      .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    if (standing.length === 0) throw SERIES_OVER({}, 'input.seriesId');
    if (fromSessionId == null) return standing;
    const place = standing.findIndex(({ id }) => id === fromSessionId);
    if (place === -1) throw NOT_IN_SERIES({}, 'input.fromSessionId');
    return standing.slice(place);
  }
}
