import type { Tx } from '#persistence';
import { NETWORK } from '../projection/cells.js';
import { Kind } from '../projection/delta.js';
import { columnsOf, edgesOf, rootsOf } from '../projection/person-groups.js';
import { endOfMonth, monthOf } from './calendar.js';
import { conditionsOf, isPlain, type Period, type View } from './view.js';

/**
 * Different people helped, exactly. Of the network or one branch, unfiltered and as known now, from the months kept of people;
 * whatever else is asked is counted from the deltas, which are the definition.
 */
export async function uniquePeople(tx: Tx, view: View): Promise<number> {
  const [only, ...others] = view.branches ?? [NETWORK];
  if (isPlain(view) && only !== undefined && others.length === 0) return inMonths(tx, view, only);
  const values: unknown[] = [Kind.ACT, view.from, view.to];
  const conditions = conditionsOf(view, values);
  const roots = await rootsIn(tx, view, values);
  const [row]: { people: string }[] = await tx.query(
    // A day counts when its deltas sum above 0: what was taken back did not happen.
    `SELECT count(DISTINCT coalesce(root_no, person_no)) AS people
     FROM (SELECT person_no FROM reporting.delta WHERE kind = $1 AND person_no IS NOT NULL AND occurred_on BETWEEN $2 AND $3${conditions}
           GROUP BY person_no, occurred_on HAVING sum(units) > 0) AS seen LEFT JOIN ${roots} USING (person_no)`,
    values,
  );
  return Number(row?.people ?? 0);
}

/** Who is one person: as it is kept, or of an instant as the merges told by then have it. */
async function rootsIn(tx: Tx, { asOf }: View, values: unknown[]): Promise<string> {
  if (asOf === null) return 'reporting.person_root';
  const [people, roots] = columnsOf(rootsOf(await edgesOf(tx, 'reporting.person_edge', asOf)));
  return `unnest($${values.push(people)}::int[], $${values.push(roots)}::int[]) AS r(person_no, root_no)`;
}

/**
 * Everybody has exactly one first month in a period: the number of those seen in its months whose month before lies outside,
 * less whoever was seen only on days of the first or the last month that lie outside.
 */
async function inMonths(tx: Tx, { from, to }: Period, branch: string): Promise<number> {
  const [first, last] = [monthOf(from), monthOf(to)];
  const values: unknown[] = [branch, first, last];
  const parts = [
    `(SELECT coalesce(sum(value), 0) FROM reporting.person_cell
      WHERE branch = $1::char(2) AND month BETWEEN $2::date AND $3::date AND prev_month < $2::date)`,
  ];
  const [early, late] = [bitsBetween(from, first === last ? to : endOfMonth(from)), bitsBetween(last, to)];
  const month = 'FROM reporting.person_month m WHERE branch = $1::char(2) AND';
  const partly = { first: from !== first || (first === last && to !== endOfMonth(to)), last: to !== endOfMonth(to) };
  if (partly.first)
    parts.push(`(SELECT count(*) ${month} month = $2::date AND days & ${early} = 0 AND next_month > $3::date)`);
  if (partly.last && first !== last) {
    parts.push(`(SELECT count(*) ${month} month = $3::date AND days & ${late} = 0 AND prev_month < $2::date)`);
    // Seen in both, and on the wrong days of both.
    if (partly.first)
      parts.push(
        `(SELECT count(*) ${month} month = $3::date AND days & ${late} = 0 AND prev_month = $2::date AND EXISTS (
           SELECT 1 FROM reporting.person_month e
           WHERE e.branch = m.branch AND e.month = $2::date AND e.person_no = m.person_no AND e.days & ${early} = 0))`,
      );
  }
  const [row]: { people: string }[] = await tx.query(`SELECT ${parts.join(' - ')} AS people`, values);
  return Number(row?.people ?? 0);
}

/** The bits of the days of one month from one to the other. */
function bitsBetween(from: string, to: string): number {
  const [a, b] = [from, to].map((day) => Number(day.slice(8)));
  let bits = 0;
  for (let day = a ?? 1; day <= (b ?? 0); day += 1) bits |= 1 << (day - 1);
  return bits;
}
