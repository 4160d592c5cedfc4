import type { Tx } from '#persistence';
import { counts, Dimension, ONLY_BY_MONTH, SUMS } from '../figures/indicators.js';
import { membersOf } from '../figures/members.js';
import { type StoredDelta } from './delta.js';
import { type Numbers } from './dictionaries.js';

/** The whole network among branches. */
export const NETWORK = '--';

const SUMS_BY_KIND = Map.groupBy(SUMS, ({ kind }) => kind);

/** What deltas add to the cells of one branch on one day or in one month: by indicator, dimension and member, see `keyOf`. */
interface Place {
  readonly table: 'cell_day' | 'cell_month';
  readonly branch: string;
  readonly date: string;
  readonly values: Map<number, number>;
}

interface Cell {
  readonly table: 'cell_day' | 'cell_month';
  readonly indicator: number;
  readonly dim: number;
  readonly branch: string;
  readonly date: string;
  readonly member: number;
  readonly value: number;
}

/** Room for the members of a dimension (France has some 35 000 communes) and for the dimensions of an indicator. */
const MEMBERS = 2 ** 20;
const DIMENSIONS = 2 ** 6;

/** Indicator, dimension and member as one number, in the order of the tables' keys: a slice has some ten thousand of them to tell apart. */
const keyOf = (indicator: number, dim: number, member: number): number =>
  (indicator * DIMENSIONS + dim) * MEMBERS + member;

/**
 * Net cells of these deltas. By day: the network with its breakdowns, branches with totals only; by month: both with all.
 * No communes nor places by day: they would be most of the rows, and the deltas answer them.
 */
export function cellsOf(deltas: readonly StoredDelta[], numbers: Numbers): Cell[] {
  const places = new Map<string, Place>();
  const placeOf = (table: Place['table'], branch: string, date: string): Place => {
    const key = `${table} ${branch} ${date}`;
    const known = places.get(key);
    if (known) return known;
    const place = { table, branch, date, values: new Map<number, number>() };
    places.set(key, place);
    return place;
  };
  for (const delta of deltas) {
    const indicators = (SUMS_BY_KIND.get(delta.kind) ?? []).filter((indicator) => counts(indicator, delta));
    if (indicators.length === 0) continue;
    const month = `${delta.occurredOn.slice(0, 7)}-01`;
    const branches = delta.branch === NETWORK ? [NETWORK] : [NETWORK, delta.branch];
    const months = branches.map((branch) => placeOf('cell_month', branch, month));
    const days = branches.map((branch) => placeOf('cell_day', branch, delta.occurredOn));
    const brokenDown = [...months, ...days.slice(0, 1)];
    const members = rememberedMembers(delta, numbers);
    for (const indicator of indicators) {
      const value = delta[indicator.measure] ?? 0;
      const add = (dimension: Dimension, to: readonly Place[]) => {
        for (const member of members(dimension)) {
          const key = keyOf(indicator.id, Dimension[dimension], member);
          for (const { values } of to) values.set(key, (values.get(key) ?? 0) + value);
        }
      };
      add('TOTAL', [...months, ...days]);
      for (const dimension of indicator.dimensions) add(dimension, ONLY_BY_MONTH.has(dimension) ? months : brokenDown);
    }
  }
  return [...places.values()].flatMap(cellsAt).sort(byKey);
}

/** Under which members a delta counts in each dimension, found once for all indicators. */
function rememberedMembers(delta: StoredDelta, numbers: Numbers): (dimension: Dimension) => readonly number[] {
  const found: Partial<Record<Dimension, number[]>> = {};
  return (dimension) => {
    found[dimension] ??= membersOf(dimension, delta, numbers);
    return found[dimension];
  };
}

function cellsAt({ table, branch, date, values }: Place): Cell[] {
  return [...values].flatMap(([key, value]): Cell[] => {
    if (value === 0) return [];
    const asked = Math.floor(key / MEMBERS);
    const [indicator, dim] = [Math.floor(asked / DIMENSIONS), asked % DIMENSIONS];
    return [{ table, indicator, dim, branch, date, member: key % MEMBERS, value }];
  });
}

/** The order of the tables' keys, the same for everybody who writes: nobody waits for somebody who waits for them. */
function byKey(a: Cell, b: Cell): number {
  return (
    a.indicator - b.indicator ||
    a.dim - b.dim ||
    compare(a.branch, b.branch) ||
    compare(a.date, b.date) ||
    a.member - b.member
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

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
