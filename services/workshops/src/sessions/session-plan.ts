import { optionalText } from '#errors';
import type { SessionClosed } from '#events';
import { localDay } from '#runtime';
import { END_BEFORE_START, SEATS_OUT_OF_RANGE } from './session.refusals.js';

const LONGEST_MS = 8 * 3_600_000;

/** When, where and for how many. */
export interface SessionPlan {
  placeId: string;
  room?: string | null | undefined;
  /** Of a change, left out: as it was. */
  equipmentSet?: string | null | undefined;
  startsAt: Date;
  endsAt: Date;
  seats: number;
}

/** Refuses `END_BEFORE_START`, `SEATS_OUT_OF_RANGE`. */
export function checkPlan(plan: SessionPlan): void {
  const length = plan.endsAt.getTime() - plan.startsAt.getTime();
  if (length <= 0 || length > LONGEST_MS) throw END_BEFORE_START({}, 'input.endsAt');
  if (!Number.isInteger(plan.seats) || plan.seats < 1 || plan.seats > 500) throw SEATS_OUT_OF_RANGE({}, 'input.seats');
}

/** The plan as a session keeps it: with the day it belongs to, by the clocks of its branch. */
export function planned(plan: SessionPlan, zone: string) {
  const room = plan.room?.trim() || null;
  return {
    placeId: plan.placeId,
    room,
    equipmentSet: optionalText(plan.equipmentSet, 'input.equipmentSet', { max: 80 }),
    startsAt: plan.startsAt,
    endsAt: plan.endsAt,
    seats: plan.seats,
    occurredOn: localDay(plan.startsAt, zone),
  };
}

/** What a session’s closing counts beside its plan. */
export type Held = Required<Pick<SessionClosed['data'], 'seen' | 'noShows' | 'resources' | 'firstSessions'>>;
