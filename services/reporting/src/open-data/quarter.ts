import { endOfMonth, monthAfter } from '../figures/calendar.js';

/** A calendar quarter, `2026-T1` as French statistics write it. */
export interface Quarter {
  readonly name: string;
  /** First and last day. */
  readonly from: string;
  readonly to: string;
}

/** How long after its end a quarter may be published: by then what is entered late has nearly all come. */
export const SETTLES_DAYS = 15;

/** The quarter of that name; undefined when it names none. */
export function quarterNamed(name: string): Quarter | undefined {
  const [, year, index] = /^(20\d\d)-T([1-4])$/.exec(name) ?? [];
  if (year === undefined) return undefined;
  const from = `${year}-${String((Number(index) - 1) * 3 + 1).padStart(2, '0')}-01`;
  return { name, from, to: endOfMonth(monthAfter(from, 2)) };
}
