import type { Kind } from '../projection/delta.js';

/** What a breakdown is by. The numbers are stored in cells: never re-used. */
export const Dimension = {
  TOTAL: 0,
  SOLUTION: 1,
  THEME: 2,
  GENDER: 3,
  AGE_BAND: 4,
  SOCIAL_STATUS: 5,
  COMMUNE: 6,
  EQUIPMENT: 7,
  PAYMENT: 8,
  ADMINISTRATIVE_THEME: 9,
  /** From which profile to which. */
  PROFILE_CHANGE: 10,
  PLACE: 11,
  EXIT_REASON: 12,
  OUTCOME: 13,
  /** Where to, and with what result. */
  REDIRECTION: 14,
} as const;
export type Dimension = keyof typeof Dimension;

/** What people are broken down by. */
export const PERSON: readonly Dimension[] = ['GENDER', 'AGE_BAND', 'SOCIAL_STATUS', 'COMMUNE'];

/** Dimensions of so many members that no cell keeps them by day: the deltas answer for the days around whole months. */
export const ONLY_BY_MONTH: ReadonlySet<Dimension> = new Set<Dimension>(['COMMUNE', 'PLACE']);

/** A sum that cells keep: which deltas, and what of them. */
export interface Sum {
  readonly id: number;
  readonly kind: Kind;
  readonly measure: 'units' | 'cents' | 'minutes';
  /** A stock is the sum since the beginning, not of the period. */
  readonly stock?: true | undefined;
  /** Only deltas that have it: `a1` below 100 = devices; no person = anonymous. */
  readonly only?: 'DEVICES' | 'ARTICLES' | 'ANONYMOUS';
  readonly dimensions: readonly Dimension[];
}

/** A figure: a sum, and how it is told. */
export interface Indicator extends Sum {
  readonly fr: { readonly label: string; readonly definition: string };
  readonly en: { readonly label: string; readonly definition: string };
}
