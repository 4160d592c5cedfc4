import type { Tx } from '#persistence';
import { NETWORK } from './cells.js';
import { Kind } from './delta.js';
import { columnsOf, edgesOf, rootsOf } from './person-groups.js';
import { DAY_BIT, NEVER_AFTER, NEVER_BEFORE } from './person-months.js';

/**
 * Tells from all deltas of a version who was helped in which month, into a temporary table `helped (branch, month, person_no,
 * prev_month, next_month, days)`: what every row of `person_month` must hold; `grouped (person_no, root_no)` says who is one person. Gone with the transaction.
 */
export async function foldPeople(tx: Tx, schema: string): Promise<void> {
  const roots = rootsOf(await edgesOf(tx, `${schema}.person_edge`));
  await tx.query('CREATE TEMPORARY TABLE grouped (person_no int PRIMARY KEY, root_no int NOT NULL) ON COMMIT DROP');
  await tx.query('INSERT INTO grouped SELECT * FROM unnest($1::int[], $2::int[])', columnsOf(roots));
  await tx.query(
    `CREATE TEMPORARY TABLE helped ON COMMIT DROP AS
     SELECT branch, month, person_no, lag(month, 1, '${NEVER_BEFORE}') OVER w AS prev_month,
            lead(month, 1, '${NEVER_AFTER}') OVER w AS next_month, days
     FROM (SELECT coalesce(branch, '${NETWORK}')::char(2) AS branch, coalesce(root_no, person_no) AS person_no,
                  date_trunc('month', occurred_on)::date AS month, bit_or(${DAY_BIT('occurred_on')}) AS days
           FROM (SELECT branch, person_no, occurred_on FROM ${schema}.delta WHERE kind = ${Kind.ACT} AND person_no IS NOT NULL
                 GROUP BY GROUPING SETS ((branch, person_no, occurred_on), (person_no, occurred_on)) HAVING sum(units) > 0) seen
           LEFT JOIN grouped USING (person_no)
           GROUP BY 1, 2, 3) months
     WINDOW w AS (PARTITION BY branch, person_no ORDER BY month)`,
  );
}

/** People by month and month before, as `helped` has them. */
const COUNTED = 'SELECT branch, month, prev_month, count(*) AS value FROM helped GROUP BY branch, month, prev_month';

/** Fills the months of people and their numbers, once `foldPeople` has run; in the order in which months are read. */
export async function writeFoldedPeople(tx: Tx, schema: string): Promise<void> {
  await tx.query(`DELETE FROM ${schema}.person_month`);
  await tx.query(`DELETE FROM ${schema}.person_cell`);
  await tx.query(
    `INSERT INTO ${schema}.person_month (branch, month, person_no, prev_month, next_month, days)
     SELECT branch, month, person_no, prev_month, next_month, days FROM helped ORDER BY branch, month, person_no`,
  );
  await tx.query(`INSERT INTO ${schema}.person_cell (branch, month, prev_month, value) ${COUNTED}`);
  await tx.query(`DELETE FROM ${schema}.person_root`);
  await tx.query(`INSERT INTO ${schema}.person_root SELECT person_no, root_no FROM grouped`);
}

/** A number of people that is not what the deltas tell. */
interface WrongPeople {
  readonly table: 'person_month' | 'person_cell';
  readonly branch: string;
  readonly date: string;
  readonly cell: number;
  readonly deltas: number;
}

/**
 * Up to `limit` months in which people are not kept as the deltas tell, once `foldPeople` has run. Of rows it tells how many
 * there are and how many of them are right, of numbers what is kept and what it should be.
 */
export async function findWrongPeople(tx: Tx, schema: string, limit: number): Promise<WrongPeople[]> {
  const same = '(k.prev_month, k.next_month, k.days) IS NOT DISTINCT FROM (h.prev_month, h.next_month, h.days)';
  const months: { branch: string; date: string; cell: string; deltas: string }[] = await tx.query(
    `SELECT branch, month::text AS date, count(k.days) AS cell, count(*) FILTER (WHERE ${same}) AS deltas
     FROM ${schema}.person_month k FULL JOIN helped h USING (branch, month, person_no)
     GROUP BY branch, month HAVING count(*) <> count(*) FILTER (WHERE ${same}) LIMIT $1`,
    [limit],
  );
  const cells: typeof months = await tx.query(
    `SELECT branch, month::text AS date, coalesce(k.value, 0) AS cell, coalesce(h.value, 0) AS deltas
     FROM (SELECT * FROM ${schema}.person_cell WHERE value <> 0) k FULL JOIN (${COUNTED}) h USING (branch, month, prev_month)
     WHERE coalesce(k.value, 0) <> coalesce(h.value, 0) LIMIT $1`,
    [limit - months.length],
  );
  const told = (table: WrongPeople['table']) => (row: (typeof months)[number]) =>
    ({ ...row, table, cell: Number(row.cell), deltas: Number(row.deltas) }) satisfies WrongPeople;
  return [...months.map(told('person_month')), ...cells.map(told('person_cell'))];
}
