import loadHighs, { type Highs, type Model, type ModelData } from 'highs';
import { NARROWEST, ROUNDED_TO, shown, THRESHOLD } from './protect.js';
import type { Cell, Table } from './table.js';

// Its types are written as CommonJS exports them, the module itself exports the loader.
const load = loadHighs as unknown as (typeof loadHighs)['default'];
let solver: Promise<Highs> | undefined;
const ROUNDING = Math.floor(ROUNDED_TO / 2);
/** The solver's answers are good to about a millionth. */
const SLACK = 1e-4;
/** Two for all alike, and two for each of the first digits of a cell's number. */
const ROUNDS = 12;

/**
 * The hidden cells that somebody can narrow down to fewer than `NARROWEST` apart who has every number shown and knows every sum,
 * the rounding and the threshold: by linear programming (HiGHS). One model serves the whole table, and every answer tells
 * something of all cells: a handful of questions about all of them at once leaves few to be asked about one by one. Others get
 * their turn between two questions.
 */
export async function narrowedDown(table: Table, hidden: ReadonlySet<string>): Promise<string[]> {
  solver ??= load();
  const highs = await solver;
  const ids = [...table.cells.keys()];
  const columns = new Map(ids.map((id, column) => [id, column]));
  return highs.withModel(modelOf(table, hidden, columns), async (model) => {
    // Each question begins where the last one ended, which presolving would throw away.
    model.options.set({ output_flag: false, presolve: 'off' });
    const seen = new Range(ids.length);
    if (hidden.size === 0) return [];
    const hiddenColumns = [...hidden].map((id) => columns.get(id) ?? -1).sort((a, b) => a - b);
    for (let round = 0; round < ROUNDS; round += 1) {
      seen.add(optimumOf(model, hiddenColumns, round));
      await new Promise(setImmediate);
    }
    const narrowed: string[] = [];
    for (const id of hidden) {
      const column = columns.get(id) ?? -1;
      for (const sense of [1, -1] as const) {
        if (seen.width(column) >= NARROWEST) break;
        seen.add(optimum(model, column, sense));
        await new Promise(setImmediate);
      }
      if (seen.width(column) < NARROWEST - SLACK) narrowed.push(id);
    }
    return narrowed;
  });
}

/** The smallest and largest value met so far, by column. */
class Range {
  private readonly low: Float64Array;
  private readonly high: Float64Array;

  constructor(size: number) {
    this.low = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    this.high = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  }

  add(values: Float64Array): void {
    values.forEach((value, column) => {
      this.low[column] = Math.min(this.low[column] ?? value, value);
      this.high[column] = Math.max(this.high[column] ?? value, value);
    });
  }

  width(column: number): number {
    return (this.high[column] ?? 0) - (this.low[column] ?? 0);
  }
}

function optimum(model: Model, column: number, sense: 1 | -1): Float64Array {
  model.changeColCost(column, sense);
  model.run();
  const { colValue } = model.getSolution();
  model.changeColCost(column, 0);
  return colValue;
}

/**
 * All hidden cells pushed at once, each up or down: in the first two rounds all the same way, then half of them against the
 * other half, by another digit of their number each time.
 */
function optimumOf(model: Model, columns: readonly number[], round: number): Float64Array {
  const costs = columns.map((column) => {
    const up = round < 2 ? round === 0 : ((column >> Math.floor((round - 2) / 2)) & 1) === round % 2;
    return up ? -1 : 1;
  });
  model.changeColsCost({ kind: 'set', indices: columns }, costs);
  model.run();
  const { colValue } = model.getSolution();
  model.changeColsCost(
    { kind: 'set', indices: columns },
    costs.map(() => 0),
  );
  return colValue;
}

function modelOf(
  { cells, lines }: Table,
  hidden: ReadonlySet<string>,
  columns: ReadonlyMap<string, number>,
): ModelData {
  const bounds = [...cells.values()].map((cell) => boundsOf(cell, hidden));
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { whole, parts } of lines) {
    for (const [id, factor] of [[whole, 1], ...parts.map((part) => [part, -1])] as [string, number][]) {
      indices.push(columns.get(id) ?? -1);
      values.push(factor);
    }
    starts.push(indices.length);
  }
  return {
    numCols: cells.size,
    numRows: lines.length,
    colCost: bounds.map(() => 0),
    colLower: bounds.map(([low]) => low),
    colUpper: bounds.map(([, high]) => high),
    rowLower: lines.map(() => 0),
    rowUpper: lines.map(() => 0),
    matrix: { format: 'csr', numRows: lines.length, numCols: cells.size, starts, indices, values },
  };
}

/** What is known of a cell from what is shown of it alone. */
function boundsOf(cell: Cell, hidden: ReadonlySet<string>): [number, number] {
  const value = shown(cell, hidden);
  if (value === null) return [0, UNBOUNDED];
  if (value === 0) return [0, 0];
  return [Math.max(THRESHOLD, value - ROUNDING), value + ROUNDING];
}

/** More than a network ever counts in a quarter. */
const UNBOUNDED = 1e9;
