import { type NamesAlike, namesAlike, type SpokenName } from './names-alike.js';

/** What makes two people look like one. */
export const Likeness = {
  SAME_NAME: 'SAME_NAME',
  CLOSE_NAME: 'CLOSE_NAME',
  SHARED_NAME: 'SHARED_NAME',
  OTHER_GIVEN_NAME: 'OTHER_GIVEN_NAME',
  SAME_BIRTH_YEAR: 'SAME_BIRTH_YEAR',
  CLOSE_BIRTH_YEAR: 'CLOSE_BIRTH_YEAR',
  OTHER_BIRTH_YEAR: 'OTHER_BIRTH_YEAR',
  SAME_PHONE: 'SAME_PHONE',
  OTHER_PHONE: 'OTHER_PHONE',
  SAME_EMAIL: 'SAME_EMAIL',
} as const;
export type Likeness = (typeof Likeness)[keyof typeof Likeness];

/** What two people are compared by. */
export interface Compared extends SpokenName {
  readonly birthYear: number | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Below this nobody is shown: a family shares a phone, and many share a name and not a birth year. */
export const WORTH_SHOWING = 50;

/** Below this nobody is asked about two records that are there: a close name needs the year or an address beside it. */
export const WORTH_PROPOSING = 70;

const POINTS: Readonly<Record<Likeness, number>> = {
  SAME_NAME: 60,
  CLOSE_NAME: 50,
  SHARED_NAME: 25,
  // Twins share the year, the phone, the address and the family name.
  OTHER_GIVEN_NAME: -50,
  SAME_BIRTH_YEAR: 25,
  CLOSE_BIRTH_YEAR: 10,
  OTHER_BIRTH_YEAR: -20,
  SAME_PHONE: 35,
  // A number is changed with every offer: it makes a close name doubtful, never the same one.
  OTHER_PHONE: -10,
  SAME_EMAIL: 35,
};

const OF_NAMES: Readonly<Record<NamesAlike, readonly Likeness[]>> = {
  SAME: ['SAME_NAME'],
  CLOSE: ['CLOSE_NAME'],
  SHARED: ['SHARED_NAME'],
  SIBLING: ['OTHER_GIVEN_NAME'],
  OTHER: [],
};

/** A score of 0–100 and what it is made of, so that whoever looks can judge for themselves. */
export function likeness(one: Compared, other: Compared): { score: number; because: Likeness[] } {
  const because: Likeness[] = [...OF_NAMES[namesAlike(one, other)], ...ofYears(one.birthYear, other.birthYear)];
  if (one.phone !== null && other.phone !== null)
    because.push(one.phone === other.phone ? 'SAME_PHONE' : 'OTHER_PHONE');
  if (one.email !== null && one.email === other.email) because.push('SAME_EMAIL');
  const sum = because.reduce((total, signal) => total + POINTS[signal], 0);
  return { score: Math.max(0, Math.min(100, sum)), because };
}

function ofYears(one: number | null, other: number | null): Likeness[] {
  if (one === null || other === null) return [];
  const apart = Math.abs(one - other);
  return [apart === 0 ? 'SAME_BIRTH_YEAR' : apart <= 2 ? 'CLOSE_BIRTH_YEAR' : 'OTHER_BIRTH_YEAR'];
}
