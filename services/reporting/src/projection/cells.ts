import type { Tx } from '#persistence';
import { counts, Dimension, SUMS, type Sum } from '../figures/indicators.js';
import { membersOf } from '../figures/members.js';
import { type StoredDelta } from './delta.js';
import { type Numbers } from './dictionaries.js';

/** The whole network among branches. */
export const NETWORK = '--';

const SUMS_BY_KIND = Map.groupBy(SUMS, ({ kind }) => kind);

interface Cell {
  readonly table: 'cell_day' | 'cell_month';
  readonly indicator: number;
  readonly dim: number;
  readonly branch: string;
  readonly date: string;
  readonly member: number;
  value: number;
}

/**
 * Net cells of these deltas. By day: the network with its breakdowns, branches with totals only; by month: both with all.
 * No communes by day: they would be most of the rows, and the deltas answer them.
 */
export function cellsOf(deltas: readonly StoredDelta[], numbers: Numbers): Cell[] {
  const cells = new Map<string, Cell>();
  const add = (cell: Cell) => {
    const key = `${cell.table} ${cell.indicator} ${cell.dim} ${cell.branch} ${cell.date} ${cell.member}`;
    const known = cells.get(key);
    if (known) known.value += cell.value;
    else cells.set(key, cell);
  };
  for (const delta of deltas)
    for (const indicator of SUMS_BY_KIND.get(delta.kind) ?? [])
      if (counts(indicator, delta)) for (const cell of contributions(indicator, delta, numbers)) add(cell);
  return [...cells]
    .filter(([, cell]) => cell.value !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, cell]) => cell);
}

function contributions(indicator: Sum, delta: StoredDelta, numbers: Numbers): Cell[] {
  const value = delta[indicator.measure] ?? 0;
  const month = `${delta.occurredOn.slice(0, 7)}-01`;
  const dimensions: readonly Dimension[] = ['TOTAL', ...indicator.dimensions];
  return dimensions.flatMap((dimension) => {
    const base = { indicator: indicator.id, dim: Dimension[dimension], value };
    return membersOf(dimension, delta, numbers.commune(delta.communeCode)).flatMap((member): Cell[] => [
      { ...base, table: 'cell_month', branch: NETWORK, date: month, member },
      ...(delta.branch === NETWORK
        ? []
        : [{ ...base, table: 'cell_month' as const, branch: delta.branch, date: month, member }]),
      ...(dimension === 'COMMUNE'
        ? []
        : [{ ...base, table: 'cell_day' as const, branch: NETWORK, date: delta.occurredOn, member }]),
      ...(dimension === 'TOTAL' && delta.branch !== NETWORK
        ? [{ ...base, table: 'cell_day' as const, branch: delta.branch, date: delta.occurredOn, member }]
        : []),
    ]);
  });
}

/** One upsert per table, in the order of the keys. */
export async function writeCells(tx: Tx, schema: string, cells: readonly Cell[]): Promise<void> {
  for (const [table, date] of [
    ['cell_day', 'day'],
    ['cell_month', 'month'],
  ] as const) {
    const rows = cells.filter((cell) => cell.table === table);
    if (rows.length === 0) continue;
    await tx.query(
      `INSERT INTO ${schema}.${table} AS c (indicator, dim, branch, ${date}, member, value)
       SELECT * FROM unnest($1::int2[], $2::int2[], $3::text[], $4::date[], $5::int[], $6::bigint[])
       ON CONFLICT (indicator, dim, branch, ${date}, member) DO UPDATE SET value = c.value + EXCLUDED.value`,
      [
        rows.map((row) => row.indicator),
        rows.map((row) => row.dim),
        rows.map((row) => row.branch),
        rows.map((row) => row.date),
        rows.map((row) => row.member),
        rows.map((row) => row.value),
      ],
    );
  }
}
