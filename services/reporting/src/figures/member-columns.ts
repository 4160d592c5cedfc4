import { AdministrativeTheme, MediationTheme } from '#events';
import { ADMINISTRATIVE_BASE } from '../projection/delta.js';
import type { Dimension, Sum } from './indicators.js';

/** Dimensions that a delta holds as bits: it may count under several members, or under none. */
export type BitDimension = 'THEME' | 'ADMINISTRATIVE_THEME';

/** A dimension whose member is one column of a delta. */
export const MEMBER_SQL: Readonly<Record<Exclude<Dimension, BitDimension>, string>> = {
  TOTAL: '0',
  SOLUTION: 'solution',
  GENDER: 'gender',
  AGE_BAND: 'age_band',
  SOCIAL_STATUS: 'status',
  COMMUNE: 'coalesce(commune_no, 0)',
  PLACE: 'coalesce(place_no, 0)',
  EQUIPMENT: 'coalesce(a1, 0) * 10 + coalesce(a2, 0)',
  PAYMENT: 'coalesce(a1, 0)',
  PROFILE_CHANGE: 'coalesce(a1, 0) * 10 + coalesce(a2, 0)',
  EXIT_REASON: 'coalesce(a1, 0)',
  OUTCOME: 'coalesce(a1, 0)',
  REDIRECTION: 'coalesce(a1, 0) * 10 + coalesce(a2, 0)',
};

/** True when the members of the dimension are bits of `themes`. */
export function isBits(dimension: Dimension): dimension is BitDimension {
  return dimension === 'THEME' || dimension === 'ADMINISTRATIVE_THEME';
}

/** One sum per bit of the dimension, named `m1`, `m2`…: unfolding the bits of each row takes many times as long. */
export function bitSums(dimension: BitDimension, value: string): string[] {
  const [base, count] =
    dimension === 'THEME'
      ? [0, MediationTheme.options.length]
      : [ADMINISTRATIVE_BASE, AdministrativeTheme.options.length];
  return Array.from(
    { length: count },
    (_, bit) => `coalesce(sum(${value}) FILTER (WHERE themes >> ${base + bit} & 1 = 1), 0) AS m${bit + 1}`,
  );
}

/** The condition that the indicator counts a delta of its kind, to be put behind others. */
export function onlyOf(indicator: Sum): string {
  if (indicator.only === 'DEVICES') return ' AND coalesce(a1, 0) < 100';
  if (indicator.only === 'ANONYMOUS') return ' AND person_no IS NULL';
  return indicator.only === 'ARTICLES' ? ' AND a1 >= 100' : '';
}
