import type { Tx } from '#persistence';
import { Kind } from '../projection/delta.js';
import type { Step } from './figures-reader.js';
import { conditionsOf, type View } from './view.js';

/** Different people helped in each month of the view; months without any are left out. Months do not add up to a period. */
export async function uniquePeopleByMonth(tx: Tx, view: View): Promise<Step[]> {
  const values: unknown[] = [Kind.ACT, view.from, view.to];
  const conditions = conditionsOf(view, values);
  const rows: { start: string; people: string }[] = await tx.query(
    // As for a period: a day whose deltas sum to 0 did not happen.
    `SELECT to_char(date_trunc('month', occurred_on), 'YYYY-MM-DD') AS start, count(DISTINCT person_no) AS people
     FROM (SELECT person_no, occurred_on FROM reporting.delta
           WHERE kind = $1 AND occurred_on BETWEEN $2 AND $3 AND person_no IS NOT NULL${conditions}
           GROUP BY person_no, occurred_on HAVING sum(units) > 0) AS seen
     GROUP BY 1`,
    values,
  );
  return rows.map((row) => ({ start: row.start, value: Number(row.people) }));
}
