import { shiftDay } from '#runtime';
import { monthAfter, monthOf } from './calendar.js';
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
  const beyond = shiftDay(to, 1).endsWith('-01') ? shiftDay(to, 1) : monthOf(to);
  if (first >= beyond) return { months: null, before: { from, to }, after: null };
  return {
    months: { from: first, to: monthOf(shiftDay(beyond, -1)) },
    before: from < first ? { from, to: shiftDay(first, -1) } : null,
    after: beyond <= to ? { from: beyond, to } : null,
  };
}
