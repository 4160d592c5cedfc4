import { localText } from '../../ui/local-time.js';
import { shiftDays } from './week.js';

interface Held {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** A session on its day: where it begins and how long it is drawn, and which of how many lanes it takes. */
export interface Placed<Session> {
  readonly session: Session;
  /** Minutes after midnight, by the branch's clock. */
  readonly begins: number;
  readonly minutes: number;
  readonly lane: number;
  readonly lanes: number;
}

/** One day of the week, `2026-11-30`. */
export interface DayPlan<Session> {
  readonly day: string;
  readonly placed: readonly Placed<Session>[];
}

/** A week by the clock of the branch: seven days, and the hours that they need. */
export interface WeekPlan<Session> {
  readonly days: readonly DayPlan<Session>[];
  readonly hours: readonly number[];
}

/** The hours shown even when nothing happens in them. */
const OPENS = 9;
const CLOSES = 18;
const MIDNIGHT = 1_440;
/** A finger needs 24 pixels of an hour’s 56 (WCAG 2.5.8): what is shorter is drawn that long, and nothing drawn over it. */
const SHORTEST = 26;

/** Lays a week's sessions out; those at the same time stand in lanes beside each other. */
export function layOutWeek<Session extends Held>(
  sessions: readonly Session[],
  monday: string,
  zone: string,
): WeekPlan<Session> {
  const days = Array.from({ length: 7 }, (_, index) => {
    const day = shiftDays(monday, index);
    const ofDay = sessions.map((session) => timesOf(session, zone)).filter((timed) => timed.day === day);
    return { day, placed: inLanes(ofDay) };
  });
  const all = days.flatMap(({ placed }) => placed);
  const first = Math.min(OPENS, ...all.map(({ begins }) => Math.floor(begins / 60)));
  const last = Math.max(CLOSES, ...all.map(({ begins, minutes }) => Math.ceil((begins + minutes) / 60)));
  return { days, hours: Array.from({ length: last - first }, (_, index) => first + index) };
}

/** True when nothing that is held takes any of that hour. */
export function isFree(placed: readonly Placed<unknown>[], hour: number): boolean {
  return placed.every(({ begins, minutes }) => begins >= (hour + 1) * 60 || begins + minutes <= hour * 60);
}

interface Timed<Session> {
  readonly session: Session;
  readonly day: string;
  readonly begins: number;
  readonly minutes: number;
}

function timesOf<Session extends Held>(session: Session, zone: string): Timed<Session> {
  const [day = '', clock = ''] = localText(session.startsAt, zone).split('T');
  const [endDay, endClock = ''] = localText(session.endsAt, zone).split('T');
  const begins = minutesOf(clock);
  // What goes on past midnight is drawn to the foot of its day.
  const ends = endDay === day ? minutesOf(endClock) : MIDNIGHT;
  return { session, day, begins, minutes: Math.max(ends - begins, Math.min(SHORTEST, MIDNIGHT - begins)) };
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Sessions that touch form a group; each takes the first lane that is free again, all of a group are as wide. */
function inLanes<Session>(timed: readonly Timed<Session>[]): Placed<Session>[] {
  const sorted = [...timed].sort((a, b) => a.begins - b.begins || b.minutes - a.minutes);
  const placed: Placed<Session>[] = [];
  let group: (Timed<Session> & { lane: number })[] = [];
  let ends: number[] = [];
  const close = () => {
    placed.push(
      ...group.map(({ session, begins, minutes, lane }) => ({ session, begins, minutes, lane, lanes: ends.length })),
    );
    group = [];
    ends = [];
  };
  for (const next of sorted) {
    if (ends.every((end) => end <= next.begins)) close();
    const free = ends.findIndex((end) => end <= next.begins);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = next.begins + next.minutes;
    group.push({ ...next, lane });
  }
  close();
  return placed;
}
