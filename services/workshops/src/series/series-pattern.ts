import { instantAt, shiftDay, weekdayOf } from '#runtime';
import { type BranchCalendar } from '../known/known.js';
import { END_BEFORE_START } from '../sessions/session.refusals.js';
import { type PublicHoliday, publicHolidayOn } from './public-holidays.js';
import { BAD_TIME_OF_DAY, BAD_WEEKDAYS, SERIES_WEEKS } from './series.refusals.js';

/** On which days of the week, from when and for how many weeks, at what time by the clocks of the branch. */
export interface SeriesPattern {
  readonly firstDay: string;
  /** 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[];
  readonly weeks: number;
  /** `09:30`. */
  readonly startsAt: string;
  readonly minutes: number;
}

/** One date of a pattern. */
export interface SeriesDate {
  readonly day: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly holiday: PublicHoliday | null;
}

/** Refuses `BAD_TIME_OF_DAY`, `BAD_WEEKDAYS`, `SERIES_WEEKS`, `END_BEFORE_START`. */
export function datesOf(pattern: SeriesPattern, calendar: BranchCalendar): SeriesDate[] {
  const { firstDay, weekdays, weeks, startsAt, minutes } = pattern;
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(startsAt)) throw BAD_TIME_OF_DAY({}, 'input.pattern.startsAt');
  if (weekdays.length === 0 || weekdays.some((day) => !Number.isInteger(day) || day < 1 || day > 7))
    throw BAD_WEEKDAYS({}, 'input.pattern.weekdays');
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > 12) throw SERIES_WEEKS({}, 'input.pattern.weeks');
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 480) throw END_BEFORE_START({}, 'input.pattern.minutes');
  return Array.from({ length: weeks * 7 }, (_, n) => shiftDay(firstDay, n))
    .filter((day) => weekdays.includes(weekdayOf(day)))
    .map((day) => dateOn(day, startsAt, minutes, calendar));
}

/** A date at a time of the branch's clocks; its length is by the clock that runs, so October's doubled hour counts once. */
export function dateOn(day: string, time: string, minutes: number, { zone, communeCode }: BranchCalendar): SeriesDate {
  const startsAt = instantAt(day, time, zone);
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
  return { day, startsAt, endsAt, holiday: publicHolidayOn(day, communeCode) ?? null };
}

/** The dates without those taken out by hand, and without public holidays unless they are to be kept. */
export function datesKept(
  dates: readonly SeriesDate[],
  exceptions: {
    readonly withoutDays?: readonly string[] | null | undefined;
    readonly keepHolidays?: boolean | null | undefined;
  },
): SeriesDate[] {
  const without = new Set(exceptions.withoutDays ?? []);
  return dates.filter(
    ({ day, holiday }) => !without.has(day) && (holiday === null || exceptions.keepHolidays === true),
  );
}
