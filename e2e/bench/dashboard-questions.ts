import { Solution } from '#events';
import type { Tx } from '#persistence';
import { FiguresReader } from '../../services/reporting/src/figures/figures-reader.js';
import type { View } from '../../services/reporting/src/figures/view.js';
import { branchOf, FIRST_DAY, LAST_DAY } from './ten-years.js';

/** Answers them. */
export const reader = new FiguresReader();
const view = (from: string, to: string, more: Partial<View> = {}): View => ({
  from,
  to,
  branches: null,
  filters: {},
  asOf: null,
  compared: null,
  ...more,
});
/** The same question of the deltas: a filter that every act passes. */
export const ofDeltas = (asked: View): View => ({
  ...asked,
  filters: { ...asked.filters, solutions: [...Solution.options] },
});
const branch = (n: number) => [branchOf(n)];
const filters = { genders: ['FEMALE'], ageBands: ['FROM_40_TO_59', 'FROM_60_TO_69'], themes: ['EMAIL'] } as never;

/** Something a page asks; `n` tells the branch. */
export interface Question {
  readonly name: string;
  readonly ask: (tx: Tx, n: number) => Promise<unknown>;
}
/** Whole months alone, everything, whole months of a year, and a year that ends within a month. */
export const DECADE = view('2016-12-01', '2026-10-31');
export const ALL = view(FIRST_DAY, LAST_DAY);
export const YEAR = view('2025-11-01', '2026-10-31');
export const TO_DATE = view('2026-01-01', '2026-11-17');
const total = (name: string, of: View) => ({ name, ask: (tx: Tx) => reader.total(tx, of, 'SUPPORT_ACTS') });
const people = (name: string, of: View) => ({ name, ask: (tx: Tx) => reader.uniquePeople(tx, of) });
/** The same of one of the hundred branches. */
export const inBranch = (of: View, n: number): View => ({ ...of, branches: branch(n % 100) });

/** What the network's page asks. */
export const NETWORK: readonly Question[] = [
  total('network, acts of ten years', ALL),
  total('network, acts of the year to date', TO_DATE),
  people('network, people of 119 whole months', DECADE),
  people('network, people of 12 whole months', YEAR),
  people('network, people of the year to date', TO_DATE),
  { name: 'network, anonymous acts of ten years', ask: (tx) => reader.anonymousActs(tx, ALL) },
  { name: 'network, months of ten years', ask: (tx) => reader.trend(tx, ALL, 'SUPPORT_ACTS', 'MONTH') },
  { name: 'network, days of a year', ask: (tx) => reader.trend(tx, YEAR, 'SUPPORT_ACTS', 'DAY') },
  { name: 'network, branches over ten years', ask: (tx) => reader.byBranch(tx, ALL, 'SUPPORT_ACTS') },
  { name: 'network, themes over ten years', ask: (tx) => reader.breakdown(tx, ALL, 'SUPPORT_ACTS', 'THEME') },
  { name: 'network, communes of a year', ask: (tx) => reader.breakdown(tx, YEAR, 'SUPPORT_ACTS', 'COMMUNE') },
  {
    name: 'network, communes of the year to date',
    ask: (tx) => reader.breakdown(tx, TO_DATE, 'SUPPORT_ACTS', 'COMMUNE'),
  },
];
/** What a branch's page asks, with filters freely chosen and without. */
export const BRANCH: readonly Question[] = [
  {
    name: 'branch, acts of a year, three filters',
    ask: (tx, n) => reader.total(tx, { ...inBranch(YEAR, n), filters }, 'SUPPORT_ACTS'),
  },
  {
    name: 'branch, themes of a year, three filters',
    ask: (tx, n) => reader.breakdown(tx, { ...inBranch(YEAR, n), filters }, 'SUPPORT_ACTS', 'THEME'),
  },
  {
    name: 'branch, people of a year, three filters',
    ask: (tx, n) => reader.uniquePeople(tx, { ...inBranch(YEAR, n), filters }),
  },
  {
    name: 'branch, days of a year, three filters',
    ask: (tx, n) => reader.trend(tx, { ...inBranch(YEAR, n), filters }, 'SUPPORT_ACTS', 'DAY'),
  },
  {
    name: 'branch, age bands of ten years',
    ask: (tx, n) => reader.breakdown(tx, inBranch(ALL, n), 'SUPPORT_ACTS', 'AGE_BAND'),
  },
  {
    name: 'branch, communes of the year to date',
    ask: (tx, n) => reader.breakdown(tx, inBranch(TO_DATE, n), 'SUPPORT_ACTS', 'COMMUNE'),
  },
  { name: 'branch, people of ten years', ask: (tx, n) => reader.uniquePeople(tx, inBranch(ALL, n)) },
  {
    name: 'branch, acts of a year as known in June',
    ask: (tx, n) => reader.total(tx, { ...inBranch(YEAR, n), asOf: new Date('2026-06-15T12:00:00Z') }, 'SUPPORT_ACTS'),
  },
];
const known = (at: string, of: View) => ({ ...of, asOf: new Date(at) });
/** The network as known on past instants. */
export const AS_KNOWN: readonly Question[] = [
  total('network, acts of a year as known in October', known('2026-10-05T12:00:00Z', YEAR)),
  total('network, acts of ten years as known in 2024', known('2024-06-15T12:00:00Z', ALL)),
  {
    name: 'network, branches over a year as known in June',
    ask: (tx) => reader.byBranch(tx, known('2026-06-15T12:00:00Z', YEAR), 'SUPPORT_ACTS'),
  },
  {
    name: 'network, themes of a year as known in October',
    ask: (tx) => reader.breakdown(tx, known('2026-10-05T12:00:00Z', YEAR), 'SUPPORT_ACTS', 'THEME'),
  },
];
/** The network with filters freely chosen. */
export const FILTERED: readonly Question[] = [
  {
    name: 'network, acts of a year, three filters',
    ask: (tx) => reader.total(tx, { ...YEAR, filters }, 'SUPPORT_ACTS'),
  },
  {
    name: 'network, themes of a year, three filters',
    ask: (tx) => reader.breakdown(tx, { ...YEAR, filters }, 'SUPPORT_ACTS', 'THEME'),
  },
];
