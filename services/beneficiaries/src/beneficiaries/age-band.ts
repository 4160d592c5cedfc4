import type { AgeBand } from '#events';
import { yearOf } from '#runtime';

/** Years of age at which a band begins, after `UNDER_12`. */
const BEGINNINGS: readonly (readonly [number, AgeBand])[] = [
  [70, 'FROM_70'],
  [60, 'FROM_60_TO_69'],
  [40, 'FROM_40_TO_59'],
  [25, 'FROM_25_TO_39'],
  [18, 'FROM_18_TO_24'],
  [12, 'FROM_12_TO_17'],
];

/** Ages in whose year a person's band becomes another. */
export const BAND_AGES: readonly number[] = BEGINNINGS.map(([age]) => age);

/** The age band throughout a year: only the birth year is known, so age is counted in calendar years. */
export function ageBandIn(year: number, birthYear: number): AgeBand {
  return BEGINNINGS.find(([age]) => year - birthYear >= age)?.[1] ?? 'UNDER_12';
}

/** In December next year's bands are due: acts of 1 January must find them. */
export function announcedThrough(today: string): number {
  return yearOf(today) + (today.slice(5, 7) === '12' ? 1 : 0);
}
