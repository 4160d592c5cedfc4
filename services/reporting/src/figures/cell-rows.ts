import { NETWORK } from '../projection/cells.js';
import { Dimension, type Sum } from './indicators.js';
import { spansOf } from './spans.js';
import type { Period } from './view.js';

/** Cells asked for: of the network itself, of each of its branches, or of some branches (totals only, unless by whole months). */
export interface CellsAsked extends Period {
  readonly sum: Sum;
  readonly dimension: Dimension;
  readonly scope: 'NETWORK' | 'EACH_BRANCH' | readonly string[];
  /** Day by day, though whole months are kept as well. */
  readonly daily?: boolean;
}

/**
 * SQL for the rows `(branch, day, member, value)` that add up to these cells: whole months from their own cells, the days around
 * them day by day. Its values are appended to `values`.
 */
export function cellRows(asked: CellsAsked, values: unknown[]): string {
  const { from, to, daily = false } = asked;
  const { months, before, after } = daily ? { months: null, before: { from, to }, after: null } : spansOf(asked);
  const rows = [
    ...(months ? [rowsOf('cell_month', 'month', asked, months, values)] : []),
    ...[before, after].flatMap((days) => (days ? [rowsOf('cell_day', 'day', asked, days, values)] : [])),
  ];
  return rows.join(' UNION ALL ') || rowsOf('cell_day', 'day', asked, { from, to }, values);
}

/** The same for whole months alone, which hold branches' breakdowns and communes too. */
export function monthRows(asked: CellsAsked, values: unknown[]): string {
  return rowsOf('cell_month', 'month', asked, asked, values);
}

function rowsOf(
  table: 'cell_day' | 'cell_month',
  date: 'day' | 'month',
  { sum, dimension, scope }: CellsAsked,
  { from, to }: Period,
  values: unknown[],
): string {
  const put = (value: unknown) => `$${values.push(value)}`;
  const branch =
    scope === 'NETWORK'
      ? `branch = '${NETWORK}'`
      : scope === 'EACH_BRANCH'
        ? `branch <> '${NETWORK}'`
        : `branch = ANY (${put(scope)}::text[]::bpchar[])`;
  return `SELECT branch, ${date} AS day, member, value FROM reporting.${table}
          WHERE indicator = ${sum.id} AND dim = ${Dimension[dimension]} AND ${branch}
            AND ${date} BETWEEN ${put(from)}::date AND ${put(to)}::date`;
}
