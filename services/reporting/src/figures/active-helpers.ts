import type { Tx } from '#persistence';
import { Kind } from '../projection/delta.js';
import { conditionsOf, type View } from './view.js';

/**
 * Different helpers who gave hours in the period, by what is asked: they are never summed, whoever helped in two places is one of
 * each and one of both. Counted from the deltas: of a year of the network they are as many as its shifts.
 */
export async function activeHelpers(
  tx: Tx,
  view: View,
  by: 'ALL' | 'BRANCH' | 'PLACE' = 'ALL',
): Promise<ReadonlyMap<string, number>> {
  const values: unknown[] = [Kind.HOURS, view.from, view.to];
  const conditions = conditionsOf(view, values);
  const member = { ALL: `'ALL'`, BRANCH: 'branch', PLACE: `coalesce(place_no, 0)` }[by];
  const rows: { member: string | number; helpers: string }[] = await tx.query(
    `SELECT member, count(*) AS helpers
     FROM (SELECT ${member} AS member, person_no FROM reporting.delta
           WHERE kind = $1 AND person_no IS NOT NULL AND occurred_on BETWEEN $2 AND $3${conditions}
           GROUP BY 1, person_no HAVING sum(minutes) > 0) AS active
     GROUP BY member`,
    values,
  );
  return new Map(rows.map(({ member: of, helpers }) => [String(of), Number(helpers)]));
}
