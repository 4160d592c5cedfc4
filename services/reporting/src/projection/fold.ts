import type { Tx } from '#persistence';
import { Dimension, ONLY_BY_MONTH, SUMS, type Sum } from '../figures/indicators.js';
import { type BitDimension, bitSums, isBits, MEMBER_SQL, onlyOf } from '../figures/member-columns.js';
import { NETWORK } from './cells.js';
import { findWrongPeople, foldPeople, writeFoldedPeople } from './fold-people.js';

type Single = Exclude<Dimension, 'TOTAL' | BitDimension>;

/**
 * Sums all deltas of a version into a temporary table `folded (daily, indicator, dim, branch, date, member, value)`: what every
 * cell must hold, those of days and those of months. One pass for all breakdowns of an indicator that a column tells, one for
 * each that is told by bits. Gone with the transaction.
 */
export async function foldDeltas(tx: Tx, schema: string): Promise<void> {
  // A pass keeps a table for each breakdown in memory: with little of it, they would be written to disk and read again.
  await tx.query(`SELECT set_config('work_mem', '64MB', true)`);
  await tx.query(
    `CREATE TEMPORARY TABLE folded (daily boolean, indicator int2, dim int2, branch char(2), date date, member int, value bigint)
     ON COMMIT DROP`,
  );
  for (const indicator of SUMS) {
    await foldColumns(tx, schema, indicator);
    for (const dimension of indicator.dimensions)
      if (isBits(dimension)) await foldBits(tx, schema, indicator, dimension);
  }
}

/** The deltas an indicator counts, with their month. */
const counted = (schema: string, indicator: Sum, columns: readonly string[]): string =>
  `SELECT branch, occurred_on AS day, date_trunc('month', occurred_on)::date AS month, ${columns.join(', ')}
   FROM ${schema}.delta WHERE kind = ${indicator.kind}${onlyOf(indicator)}`;

/** Where a group belongs: summed over branches it is the network's, whose own deltas are a branch's to nobody. */
const PLACE = `(grouping(day) = 0) AS daily, coalesce(branch, '${NETWORK}')::char(2) AS branch, coalesce(day, month) AS date`;
const NOBODYS = `grouping(branch) = 0 AND branch = '${NETWORK}'`;

async function foldColumns(tx: Tx, schema: string, indicator: Sum): Promise<void> {
  const dimensions = indicator.dimensions.filter((dimension): dimension is Single => !isBits(dimension));
  const names = dimensions.map((dimension) => `m${Dimension[dimension]}`);
  const members = dimensions.map((dimension) => `${MEMBER_SQL[dimension]} AS m${Dimension[dimension]}`);
  const sets = [
    ['month'],
    ['month', 'branch'],
    ['day'],
    ['day', 'branch'],
    // No communes nor places by day: they would be most of the rows, and the deltas answer them.
    ...dimensions.flatMap((dimension, at) => {
      const months = [['month'], ['month', 'branch']];
      return (ONLY_BY_MONTH.has(dimension) ? months : [...months, ['day']]).map((set) => [...set, String(names[at])]);
    }),
  ];
  const dim = names.map((name) => `WHEN grouping(${name}) = 0 THEN ${name.slice(1)}`).join(' ');
  const unknown = names.map((name) => `grouping(${name}) = 0 AND ${name} IS NULL`);
  await tx.query(
    `INSERT INTO folded (daily, branch, date, indicator, dim, member, value)
     SELECT ${PLACE}, ${indicator.id}, ${dim ? `CASE ${dim} ELSE ${Dimension.TOTAL} END` : Dimension.TOTAL},
            ${names.length > 0 ? `coalesce(${names.join(', ')}, 0)` : '0'}, sum(value)
     FROM (${counted(schema, indicator, [...members, `${indicator.measure} AS value`])}) AS deltas
     GROUP BY GROUPING SETS (${sets.map((set) => `(${set.join(', ')})`).join(', ')})
     HAVING sum(value) <> 0 AND NOT (${[NOBODYS, ...unknown].join(' OR ')})`,
  );
}

/** One pass with a sum per bit: unfolding the bits of each row takes many times as long. */
async function foldBits(tx: Tx, schema: string, indicator: Sum, dimension: BitDimension): Promise<void> {
  const sums = bitSums(dimension, 'value');
  await tx.query(
    `INSERT INTO folded (daily, branch, date, indicator, dim, member, value)
     SELECT s.daily, s.branch, s.date, ${indicator.id}, ${Dimension[dimension]}, m.member, m.value
     FROM (SELECT ${PLACE}, ${sums.join(', ')} FROM (${counted(schema, indicator, ['themes', `${indicator.measure} AS value`])}) AS deltas
           GROUP BY GROUPING SETS ((month), (month, branch), (day)) HAVING NOT (${NOBODYS})) AS s
     CROSS JOIN LATERAL (VALUES ${sums.map((_, at) => `(${at + 1}, s.m${at + 1})`).join(', ')}) AS m(member, value)
     WHERE m.value <> 0`,
  );
}

/** The tables of cells, and what tells the time of theirs. */
const TABLES = [
  ['cell_day', 'day'],
  ['cell_month', 'month'],
] as const;

/** What a table of cells must hold, once `foldDeltas` has run. */
const foldedFor = (date: 'day' | 'month'): string =>
  `SELECT indicator, dim, branch, date AS ${date}, member, value FROM folded WHERE daily = ${date === 'day'}`;

/** Fills the cells of a version, and the months of its people, from its deltas. */
export async function writeFoldedCells(tx: Tx, schema: string): Promise<void> {
  await foldDeltas(tx, schema);
  for (const [table, date] of TABLES) {
    await tx.query(`DELETE FROM ${schema}.${table}`);
    // In the order of the key: what is read together lies together.
    await tx.query(`INSERT INTO ${schema}.${table} ${foldedFor(date)} ORDER BY 1, 2, 3, 4, 5`);
  }
  await foldPeople(tx, schema);
  await writeFoldedPeople(tx, schema);
  await tx.query(
    `INSERT INTO ${schema}.watermark (branch, version, changed_at)
     SELECT branch, 1, now() FROM folded GROUP BY branch UNION SELECT '${NETWORK}', 1, now() ON CONFLICT DO NOTHING`,
  );
}

/** A cell that is not what its deltas add up to. */
export interface WrongCell {
  readonly table: string;
  /** Null where people are counted. */
  readonly indicator: number | null;
  readonly dim: number;
  readonly branch: string;
  readonly date: string;
  readonly member: number;
  /** What the cell says, and what the deltas add up to. */
  readonly cell: number;
  readonly deltas: number;
}

/** Up to `limit` cells of a version that differ from the sum of their deltas; none is the proof that figures are right. */
export async function findWrongCells(tx: Tx, schema: string, limit = 100): Promise<WrongCell[]> {
  await foldDeltas(tx, schema);
  const wrong: WrongCell[] = [];
  for (const [table, date] of TABLES) {
    const rows: {
      indicator: number;
      dim: number;
      branch: string;
      date: string;
      member: number;
      cell: string;
      deltas: string;
    }[] = await tx.query(
      `SELECT indicator, dim, branch, to_char(${date}, 'YYYY-MM-DD') AS date, member,
                coalesce(c.value, 0) AS cell, coalesce(f.value, 0) AS deltas
         FROM (SELECT * FROM ${schema}.${table} WHERE value <> 0) c
         FULL JOIN (${foldedFor(date)}) f USING (indicator, dim, branch, ${date}, member)
         WHERE coalesce(c.value, 0) <> coalesce(f.value, 0) LIMIT $1`,
      [limit - wrong.length],
    );
    wrong.push(...rows.map((row) => ({ ...row, table, cell: Number(row.cell), deltas: Number(row.deltas) })));
  }
  await foldPeople(tx, schema);
  const people = await findWrongPeople(tx, schema, limit - wrong.length);
  return [...wrong, ...people.map((row) => ({ ...row, indicator: null, dim: 0, member: 0 }))];
}
