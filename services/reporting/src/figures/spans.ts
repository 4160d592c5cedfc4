import type { Period } from './view.js';

/** A period as whole months, by the first day of the first and of the last, and the days left over at its edges. */
export interface Spans {
  readonly months: Period | null;
  readonly before: Period | null;
  readonly after: Period | null;
}

/** The whole months of a period, whose sums are kept, and the days around them. A period within a month is days alone. */
export function spansOf({ from, to }: Period): Spans {
  if (to < from) return { months: null, before: null, after: null };
  const first = from.endsWith('-01') ? from : monthAfter(from);
  const beyond = dayAfter(to).endsWith('-01') ? dayAfter(to) : monthOf(to);
  if (first >= beyond) return { months: null, before: { from, to }, after: null };
  return {
    months: { from: first, to: monthOf(dayBefore(beyond)) },
    before: from < first ? { from, to: dayBefore(first) } : null,
    after: beyond <= to ? { from: beyond, to } : null,
  };
}

/** The first day of a day's month. */
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** The last day of a day's month. */
export const endOfMonth = (day: string): string => dayBefore(monthAfter(day));

const DAY_MS = 86_400_000;
const shifted = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The day after. */
export const dayAfter = (day: string): string => shifted(day, 1);
/** The day before. */
export const dayBefore = (day: string): string => shifted(day, -1);

function monthAfter(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
