import { type Territory } from './territories.js';

/** One number of a table that may be published. */
export interface Cell {
  readonly id: string;
  readonly territory: string;
  readonly dimension: string;
  readonly member: string;
  readonly value: number;
  /** Zero for a reason that says nothing of anybody: the branch did none of it at all. */
  readonly structural: boolean;
  /** The largest branch's share of a cell of several branches; 0 where only one could be meant. */
  readonly dominance: number;
}

/** A sum that everybody knows to hold: the whole is its parts together. */
export interface Line {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** Everything published of one indicator in one quarter, with all the sums between. */
export interface Table {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly lines: readonly Line[];
}

/** What was counted: a branch's number under one member; dimension `TOTAL`, member `TOTAL` for the whole. */
export interface Counted {
  readonly branch: string;
  readonly dimension: string;
  readonly member: string;
  readonly value: number;
}

/** Where a part of the total that no member has is told. */
export const UNTOLD = 'UNTOLD';

const idOf = (territory: string, dimension: string, member: string) => `${territory}/${dimension}/${member}`;

/**
 * Lays the numbers of branches out over territories. `parts` are the dimensions whose members add up to the total; what is
 * missing from it becomes a member of its own, so that the sum holds for us as it does for whoever works it out.
 */
export function tableOf(counted: readonly Counted[], root: Territory, parts: readonly string[]): Table {
  const values = withUntold(counted, parts);
  const heads = [...new Set([...values.keys()].flatMap((branch) => [...(values.get(branch)?.keys() ?? [])]))].sort();
  const cells = new Map<string, Cell>();
  const lines: Line[] = [];
  const lay = (territory: Territory): void => {
    for (const head of heads) {
      const cell = cellOf(territory, head, values);
      cells.set(cell.id, cell);
    }
    for (const dimension of parts) lines.push(...acrossMembers(territory.code, dimension, heads));
    if (territory.parts.length > 0)
      for (const head of heads)
        lines.push({ whole: `${territory.code}/${head}`, parts: territory.parts.map(({ code }) => `${code}/${head}`) });
    territory.parts.forEach(lay);
  };
  lay(root);
  return { cells, lines };
}

type Values = ReadonlyMap<string, ReadonlyMap<string, number>>;
const TOTAL = 'TOTAL/TOTAL';

function withUntold(counted: readonly Counted[], parts: readonly string[]): Values {
  const values = new Map<string, Map<string, number>>();
  const told = new Map<string, number>();
  for (const { branch, dimension, member, value } of counted) {
    const own = values.get(branch) ?? new Map<string, number>();
    values.set(branch, own.set(`${dimension}/${member}`, value));
    told.set(`${branch}/${dimension}`, (told.get(`${branch}/${dimension}`) ?? 0) + value);
  }
  for (const [branch, own] of values)
    for (const dimension of parts) {
      const rest = (own.get(TOTAL) ?? 0) - (told.get(`${branch}/${dimension}`) ?? 0);
      if (rest !== 0) own.set(`${dimension}/${UNTOLD}`, rest);
    }
  return values;
}

function cellOf(territory: Territory, head: string, values: Values): Cell {
  const [dimension = '', member = ''] = head.split(/\/(.*)/s);
  const of = territory.branches.map((branch) => values.get(branch)?.get(head) ?? 0);
  const value = of.reduce((sum, part) => sum + part, 0);
  const any = territory.branches.some((branch) => (values.get(branch)?.get(TOTAL) ?? 0) !== 0);
  const dominance = territory.parts.length > 0 && value > 0 ? Math.max(...of) / value : 0;
  return {
    id: idOf(territory.code, dimension, member),
    territory: territory.code,
    dimension,
    member,
    value,
    structural: !any,
    dominance,
  };
}

function acrossMembers(territory: string, dimension: string, heads: readonly string[]): Line[] {
  const members = heads.filter((head) => head.startsWith(`${dimension}/`));
  if (members.length === 0) return [];
  return [{ whole: `${territory}/${TOTAL}`, parts: members.map((head) => `${territory}/${head}`) }];
}
