import { type Tx, within } from '#persistence';

/** Hours of one line, and what they are worth; minutes of days without a rate are worth nothing yet. */
export interface ValuedHours {
  readonly minutes: number;
  readonly unvaluedMinutes: number;
  readonly cents: number;
}

/** Cents are exact until the line is summed, then rounded half up. */
const SUMS = `sum(h.minutes)::int AS minutes, coalesce(sum(h.minutes) FILTER (WHERE r.id IS NULL), 0)::int AS "unvaluedMinutes",
  round(coalesce(sum(h.minutes * r.cents::bigint), 0) / 60.0)::int AS cents`;
const WITH_RATE = `helper_hours h LEFT JOIN helper_rate r
  ON h.occurred_on >= r.valid_from AND (r.valid_until IS NULL OR h.occurred_on < r.valid_until)`;

/** What one helper gave in a year, by month and branch, in the reader's branches. */
export function hoursOfHelper(
  tx: Tx,
  subject: string,
  year: number,
): Promise<(ValuedHours & { readonly month: string; readonly branch: string })[]> {
  const values: unknown[] = [subject, `${year}-01-01`, `${year + 1}-01-01`];
  return tx.query(
    `SELECT to_char(h.occurred_on, 'YYYY-MM') AS month, h.branch, ${SUMS} FROM ${WITH_RATE}
     WHERE h.helper_id = helper_id_of($1) AND h.occurred_on >= $2 AND h.occurred_on < $3 AND h.minutes > 0
       AND ${within(tx, values, 'h.branch')} GROUP BY 1, 2 ORDER BY 1, 2`,
    values,
  );
}

/** What helpers gave over a period, by branch and tie, in the reader's branches. */
export function hoursByBranch(
  tx: Tx,
  from: string,
  to: string,
): Promise<(ValuedHours & { readonly branch: string; readonly kind: string | null; readonly helpers: number })[]> {
  const values: unknown[] = [from, to];
  return tx.query(
    `SELECT h.branch, k.kind, count(DISTINCT h.helper_id)::int AS helpers, ${SUMS}
     FROM ${WITH_RATE} LEFT JOIN known_helper k ON k.helper_id = h.helper_id
     WHERE h.occurred_on >= $1 AND h.occurred_on <= $2 AND h.minutes > 0 AND ${within(tx, values, 'h.branch')}
     GROUP BY 1, 2 ORDER BY 1, 2 NULLS LAST`,
    values,
  );
}

/** The lines as one. */
export function totalOf(lines: readonly ValuedHours[]): ValuedHours {
  const sum = (of: (line: ValuedHours) => number) => lines.reduce((all, line) => all + of(line), 0);
  return {
    minutes: sum(({ minutes }) => minutes),
    unvaluedMinutes: sum(({ unvaluedMinutes }) => unvaluedMinutes),
    cents: sum(({ cents }) => cents),
  };
}
