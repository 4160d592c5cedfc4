import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import loadHighs from 'highs';
import { narrowedDown } from './attack.js';
import { hiddenCells, shown } from './protect.js';
import { type Counted, type Table, tableOf } from './table.js';
import { territoriesOf } from './territories.js';

const ROOT = territoriesOf([
  { branch: 'BX', department: '33', region: '75' },
  { branch: 'CR', department: '94', region: '11' },
  { branch: 'SD', department: '93', region: '11' },
  { branch: 'LY', department: '69', region: '84' },
  { branch: 'GR', department: '38', region: '84' },
]);
const GENDERS = ['FEMALE', 'MALE', 'NOT_STATED'];

/** Numbers by gender of every branch, in the order of `GENDERS`. */
function counted(byBranch: Readonly<Record<string, readonly number[]>>): Counted[] {
  return Object.entries(byBranch).flatMap(([branch, values]) => [
    { branch, dimension: 'TOTAL', member: 'TOTAL', value: values.reduce((sum, value) => sum + value, 0) },
    ...values.map((value, n) => ({ branch, dimension: 'GENDER', member: GENDERS[n] ?? '', value })),
  ]);
}
const ORDINARY = { BX: [40, 30, 0], CR: [25, 25, 20], SD: [60, 4, 16], LY: [120, 80, 30], GR: [33, 44, 55] };

async function published(byBranch: Readonly<Record<string, readonly number[]>>) {
  const table = tableOf(counted(byBranch), ROOT, ['GENDER']);
  const hidden = await hiddenCells(table, narrowedDown);
  return { table, hidden, of: (id: string) => shown(table.cells.get(id) ?? missing(id), hidden) };
}
const missing = (id: string): never => {
  throw new Error(`no cell ${id}`);
};

describe('what leaves the network', () => {
  it('shows large numbers rounded to five, on every level', async () => {
    const { of } = await published(ORDINARY);
    expect(of('FR/TOTAL/TOTAL')).toBe(580);
    expect(of('REG-84/TOTAL/TOTAL')).toBe(360);
    expect(of('BX/TOTAL/TOTAL')).toBe(70);
    expect(of('LY/GENDER/FEMALE')).toBe(120);
  });

  it('hides what is below eleven, and a second number of the same line with it', async () => {
    const { of } = await published(ORDINARY);
    expect(of('SD/GENDER/MALE')).toBeNull();
    expect([of('SD/GENDER/FEMALE'), of('SD/GENDER/NOT_STATED')]).toContain(null);
    expect([of('CR/GENDER/MALE'), of('REG-11/GENDER/MALE')]).toContain(null);
  });

  it('hides a zero that tells of people, and shows the zero of a branch that did none of it', async () => {
    const { of } = await published({ ...ORDINARY, GR: [0, 0, 0] });
    expect(of('BX/GENDER/NOT_STATED')).toBeNull();
    expect(of('GR/TOTAL/TOTAL')).toBe(0);
    expect(of('GR/GENDER/MALE')).toBe(0);
  });

  it('hides a number beside which the hidden ones have too little room', async () => {
    const { of } = await published({ ...ORDINARY, BX: [11, 0, 0] });
    expect([of('BX/TOTAL/TOTAL'), of('BX/GENDER/FEMALE')]).toContain(null);
  });

  it('hides a sum that one branch nearly fills', async () => {
    const { of } = await published({ ...ORDINARY, LY: [900, 900, 900], GR: [33, 44, 55] });
    expect(of('REG-84/TOTAL/TOTAL')).toBeNull();
  });

  it('leaves out a region that is a branch under another name', async () => {
    const { table } = await published(ORDINARY);
    expect([...table.cells.keys()].filter((id) => /^(REG-75|DEP-)/.test(id))).toEqual([]);
  });

  it('gives what no member has a member of its own, so that nobody works it out unseen', async () => {
    const rows = counted(ORDINARY).filter(({ branch, member }) => branch !== 'LY' || member !== 'MALE');
    const table = tableOf(rows, ROOT, ['GENDER']);
    expect(table.cells.get('LY/GENDER/UNTOLD')?.value).toBe(80);
  });

  it('shows nothing at all where nothing can be kept apart', async () => {
    const { table, hidden } = await published({ BX: [1, 2, 0] });
    expect([...table.cells.values()].filter(({ id, structural }) => !structural && !hidden.has(id))).toEqual([]);
  });
});

/** `DATASETS=200` makes more of them. */
const DATASETS = Number(process.env['DATASETS'] ?? 5);

it('leaves nobody a hidden number with fewer than three possible values, whatever was counted', async () => {
  const { solve } = await (loadHighs as unknown as (typeof loadHighs)['default'])();
  // Written apart from the product: from what is printed alone, as a text, one question after the other.
  const width = (problem: string, id: string) => {
    const [low, high] = (['Minimize', 'Maximize'] as const).map((sense) => {
      const { Status, ObjectiveValue } = solve(`${sense}\n obj: ${id}\n${problem}`);
      return Status === 'Unbounded' ? Number.POSITIVE_INFINITY : ObjectiveValue;
    });
    return (high ?? 0) - (low ?? 0);
  };
  const number = fc.oneof(
    fc.integer({ min: 0, max: 14 }),
    fc.integer({ min: 8, max: 30 }),
    fc.integer({ min: 0, max: 400 }),
  );
  const row = fc.tuple(number, number, number);
  await fc.assert(
    fc.asyncProperty(fc.record({ BX: row, CR: row, SD: row, LY: row, GR: row }), async (numbers) => {
      const { table, hidden } = await published(numbers);
      const problem = printed(table, (id) => shown(table.cells.get(id) ?? missing(id), hidden));
      for (const id of hidden) expect([id, width(problem, nameOf(id)) >= 2.999]).toEqual([id, true]);
    }),
    { numRuns: DATASETS, seed: 11 },
  );
});

const nameOf = (id: string) => id.replace(/[^A-Z0-9]/g, '_');

/** What a reader of the printed table knows, in CPLEX's LP format. */
function printed({ cells, lines }: Table, told: (id: string) => number | null): string {
  const sums = lines.map(({ whole, parts }) => ` ${nameOf(whole)} - ${parts.map(nameOf).join(' - ')} = 0`);
  const bounds = [...cells.keys()].map((id) => {
    const value = told(id);
    if (value === null) return ` 0 <= ${nameOf(id)} <= 1000000`;
    return value === 0 ? ` ${nameOf(id)} = 0` : ` ${Math.max(11, value - 2)} <= ${nameOf(id)} <= ${value + 2}`;
  });
  return `Subject To\n${sums.join('\n')}\nBounds\n${bounds.join('\n')}\nEnd`;
}
