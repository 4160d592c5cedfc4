import type { Tx } from '#persistence';
import { FiguresReader } from '../../../services/reporting/src/figures/figures-reader.js';
import {
  Dimension,
  INDICATORS,
  type Indicator,
  type IndicatorCode,
} from '../../../services/reporting/src/figures/indicators.js';
import { memberName } from '../../../services/reporting/src/figures/members.js';
import type { Ask } from './databases.js';
import { NETWORK, Tally } from './tally.js';

const CODES = Object.keys(INDICATORS) as IndicatorCode[];
const indicatorOf = (code: IndicatorCode): Indicator => INDICATORS[code];

/** By which dimension the owners' tables are recounted. */
const BY: Partial<Record<IndicatorCode, Dimension>> = {
  SUPPORT_ACTS: 'SOLUTION',
  MINUTES_OF_SUPPORT: 'SOLUTION',
  PEOPLE_ENROLLED: 'GENDER',
  DEVICES_RECEIVED: 'EQUIPMENT',
  DEVICES_READY: 'EQUIPMENT',
  DEVICES_SOLD: 'EQUIPMENT',
  ARTICLES_SOLD: 'EQUIPMENT',
  TAKINGS: 'PAYMENT',
  SEATS_FILLED: 'PLACE',
  NO_SHOWS: 'PLACE',
  RESOURCES_USED: 'PLACE',
  PEOPLE_ON_COURSES: 'PLACE',
  COURSES_COMPLETED: 'PLACE',
  FIRST_SESSIONS: 'PLACE',
  FIRST_SESSION_DAYS: 'PLACE',
  SUPPORT_JOURNEYS_ENDED: 'EXIT_REASON',
  SUPPORT_OUTCOMES: 'OUTCOME',
  REDIRECTIONS: 'REDIRECTION',
};

interface Cell {
  readonly indicator: number;
  readonly dim: number;
  readonly branch: string;
  readonly month: string;
  readonly member: number;
  readonly value: string;
}

/** The figures as the monthly cells hold them, in total, by month and by one breakdown; the network's from its own cells. */
export async function figuresOfMonths(ask: Ask): Promise<Tally> {
  const tally = new Tally();
  const cells = await ask<Cell>(
    'reporting',
    `SELECT indicator, dim, branch, to_char(month, 'YYYY-MM') AS month, member, value FROM reporting.cell_month`,
  );
  const places = await ask<{ no: number; id: string }>('reporting', 'SELECT no, id FROM place_number');
  const placeOf = new Map(places.map(({ no, id }) => [no, id]));
  const sums = new Map<string, number>();
  const raise = (name: string, value: string) => sums.set(name, (sums.get(name) ?? 0) + Number(value));
  for (const { indicator, dim, branch, month, member, value } of cells) {
    const code = CODES.find((one) => indicatorOf(one).id === indicator);
    if (code === undefined) continue;
    if (dim === Dimension.TOTAL) {
      raise(`${code} ${branch}`, value);
      if (!indicatorOf(code).stock) raise(`${code} ${branch} ${month}`, value);
    }
    const by = BY[code];
    if (by !== undefined && dim === Dimension[by])
      raise(`${code} ${branch} by ${memberName(by, member, placeOf)}`, value);
  }
  for (const [name, value] of sums)
    tally.set(name.slice(0, name.indexOf(' ')), name.slice(name.indexOf(' ') + 1), value);
  return tally;
}

/** Totals by branch and network, and people, as the readers of figures answer them: from cells, and from the deltas. */
export async function totalsOfReaders(ask: Ask, branches: readonly string[]): Promise<{ cells: Tally; deltas: Tally }> {
  const tx = { query: (sql: string, values: unknown[]) => ask('reporting', sql, values) } as unknown as Tx;
  const reader = new FiguresReader();
  const [cells, deltas] = [new Tally(), new Tally()];
  const always = { from: '1900-01-01', to: '2999-12-31', filters: {}, compared: null };
  // Known until ever is known now; but whoever asks for a time of knowledge is answered from the deltas.
  const ever = new Date('2999-12-31T00:00:00Z');
  for (const scope of [NETWORK, ...branches]) {
    const view = { ...always, branches: scope === NETWORK ? null : [scope] };
    for (const code of CODES) {
      cells.set(code, scope, await reader.total(tx, { ...view, asOf: null }, code));
      deltas.set(code, scope, await reader.total(tx, { ...view, asOf: ever }, code));
    }
    deltas.set('ACTIVE_HELPERS', scope, (await reader.figure(tx, { ...view, asOf: null }, 'ACTIVE_HELPERS')) ?? 0);
    deltas.set('UNIQUE_PEOPLE', scope, await reader.uniquePeople(tx, { ...view, asOf: null }));
  }
  return { cells, deltas };
}
