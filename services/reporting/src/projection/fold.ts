import { AdministrativeTheme, MediationTheme } from '#events';
import type { Tx } from '#persistence';
import { Dimension, SUMS, type Sum } from '../figures/indicators.js';
import { NETWORK } from './cells.js';
import { ADMINISTRATIVE_BASE } from './delta.js';
import { findWrongPeople, foldPeople, writeFoldedPeople } from './fold-people.js';

/** A dimension whose member is one column of a delta. */
const COLUMN: Readonly<Record<Exclude<Dimension, 'THEME' | 'ADMINISTRATIVE_THEME'>, string>> = {
  TOTAL: '0',
  SOLUTION: 'solution',
  GENDER: 'gender',
  AGE_BAND: 'age_band',
  SOCIAL_STATUS: 'status',
  COMMUNE: 'coalesce(commune_no, 0)',
  EQUIPMENT: 'coalesce(a1, 0) * 10 + coalesce(a2, 0)',
  PAYMENT: 'coalesce(a1, 0)',
};

const ONLY = { DEVICES: 'coalesce(a1, 0) < 100', ARTICLES: 'a1 >= 100', ANONYMOUS: 'person_no IS NULL' } as const;

/**
 * Sums all deltas of a version into a temporary table `folded (indicator, dim, branch, day, member, value)`: what every cell
 * must hold. Communes stand on the first of their month, since no cell holds them by day. Gone with the transaction.
 */
export async function foldDeltas(tx: Tx, schema: string): Promise<void> {
  await tx.query(
    `CREATE TEMPORARY TABLE folded (indicator int2, dim int2, branch char(2), day date, member int, value bigint) ON COMMIT DROP`,
  );
  for (const indicator of SUMS) {
    const where = `kind = ${indicator.kind}${indicator.only ? ` AND ${ONLY[indicator.only]}` : ''}`;
    const single = (['TOTAL', ...indicator.dimensions] as const).filter(
      (dimension) => dimension !== 'THEME' && dimension !== 'ADMINISTRATIVE_THEME',
    );
    for (const dimension of single) {
      const day = dimension === 'COMMUNE' ? `date_trunc('month', occurred_on)::date` : 'occurred_on';
      const member = COLUMN[dimension];
      await tx.query(
        `INSERT INTO folded SELECT ${indicator.id}, ${Dimension[dimension]}, branch, ${day}, ${member}, sum(${indicator.measure})
         FROM ${schema}.delta WHERE ${where} AND ${member} IS NOT NULL GROUP BY 3, 4, 5 HAVING sum(${indicator.measure}) <> 0`,
      );
    }
    for (const dimension of indicator.dimensions) {
      if (dimension === 'THEME')
        await foldBits(tx, schema, indicator, where, dimension, 0, MediationTheme.options.length);
      if (dimension === 'ADMINISTRATIVE_THEME')
        await foldBits(
          tx,
          schema,
          indicator,
          where,
          dimension,
          ADMINISTRATIVE_BASE,
          AdministrativeTheme.options.length,
        );
    }
  }
}

/** One pass with a sum per bit: unfolding the bits of each row takes many times as long. */
async function foldBits(
  tx: Tx,
  schema: string,
  indicator: Sum,
  where: string,
  dimension: Dimension,
  base: number,
  count: number,
): Promise<void> {
  const bits = Array.from({ length: count }, (_, bit) => bit);
  const sums = bits.map(
    (bit) => `coalesce(sum(${indicator.measure}) FILTER (WHERE themes >> ${base + bit} & 1 = 1), 0) AS m${bit}`,
  );
  await tx.query(
    `INSERT INTO folded
     SELECT ${indicator.id}, ${Dimension[dimension]}, s.branch, s.occurred_on, m.member, m.value
     FROM (SELECT branch, occurred_on, ${sums.join(', ')} FROM ${schema}.delta WHERE ${where} GROUP BY 1, 2) s
     CROSS JOIN LATERAL (VALUES ${bits.map((bit) => `(${bit + 1}, s.m${bit})`).join(', ')}) AS m(member, value)
     WHERE m.value <> 0`,
  );
}

/** The cells of a version, as its deltas fold, once `foldDeltas` has run: by day and by month, branches and network. */
const CELLS = {
  cell_day: `
    SELECT indicator, dim, '${NETWORK}'::char(2) AS branch, day, member, sum(value)::bigint AS value FROM folded
    WHERE dim <> ${Dimension.COMMUNE} GROUP BY indicator, dim, day, member HAVING sum(value) <> 0
    UNION ALL
    SELECT indicator, dim, branch, day, member, value FROM folded WHERE dim = ${Dimension.TOTAL} AND branch <> '${NETWORK}'`,
  cell_month: `
    SELECT indicator, dim, '${NETWORK}'::char(2) AS branch, date_trunc('month', day)::date AS month, member, sum(value)::bigint AS value
    FROM folded GROUP BY indicator, dim, date_trunc('month', day), member HAVING sum(value) <> 0
    UNION ALL
    SELECT indicator, dim, branch, date_trunc('month', day)::date, member, sum(value)::bigint FROM folded WHERE branch <> '${NETWORK}'
    GROUP BY indicator, dim, branch, date_trunc('month', day), member HAVING sum(value) <> 0`,
} as const;

/** Fills the cells of a version, and the months of its people, from its deltas. */
export async function writeFoldedCells(tx: Tx, schema: string): Promise<void> {
  await foldDeltas(tx, schema);
  for (const [table, cells] of Object.entries(CELLS)) {
    await tx.query(`DELETE FROM ${schema}.${table}`);
    // In the order of the key: what is read together lies together.
    await tx.query(`INSERT INTO ${schema}.${table} ${cells} ORDER BY 1, 2, 3, 4, 5`);
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
  for (const [table, date] of [
    ['cell_day', 'day'],
    ['cell_month', 'month'],
  ] as const) {
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
         FULL JOIN (${CELLS[table]}) f USING (indicator, dim, branch, ${date}, member)
         WHERE coalesce(c.value, 0) <> coalesce(f.value, 0) LIMIT $1`,
      [limit - wrong.length],
    );
    wrong.push(...rows.map((row) => ({ ...row, table, cell: Number(row.cell), deltas: Number(row.deltas) })));
  }
  await foldPeople(tx, schema);
  const people = await findWrongPeople(tx, schema, limit - wrong.length);
  return [...wrong, ...people.map((row) => ({ ...row, indicator: null, dim: 0, member: 0 }))];
}
