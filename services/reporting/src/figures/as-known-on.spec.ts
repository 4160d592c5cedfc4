import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  DeviceReceived,
  happened,
  MediationTheme,
  SupportActCorrected,
  type SupportActFacts,
  SupportActVoided,
} from '#events';
import type { Tx } from '#persistence';
import { personas, startForTest, type TestService } from '#testing';
import { actFacts, actRecorded } from '../../test/given.js';
import { Freshness } from '../freshness/freshness.js';
import { ReportingModule } from '../reporting.module.js';
import { FiguresReader } from './figures-reader.js';
import type { View } from './view.js';

let reporting: TestService;
beforeAll(async () => {
  reporting = await startForTest(ReportingModule);
});
afterAll(() => reporting.stop());

const DAY_MS = 86_400_000;
const FIRST = Date.parse('2026-02-01T00:00:00Z');
const dayOf = (n: number) => new Date(FIRST + n * DAY_MS).toISOString().slice(0, 10);

/** Days around two months; what is stated on one is written down up to three days before it and weeks after it. */
const day = fc.oneof(fc.integer({ min: -10, max: 40 }), fc.constantFrom(5, 12));
const lag = fc.oneof(fc.integer({ min: -3, max: 9 }), fc.integer({ min: 6, max: 40 }), fc.constantFrom(7, 8));
const hour = fc.constantFrom(0, 1, 12 * 3_600_000, DAY_MS - 1);
const stated = fc.record({ day, lag, hour, theme: fc.constantFrom(...MediationTheme.options.slice(0, 3)) });
const life = fc.record({
  branch: fc.constantFrom('BX', 'LY'),
  first: stated,
  later: fc.option(stated),
  voided: fc.boolean(),
  device: fc.boolean(),
});
type Stated = Parameters<typeof instantOf>[0];
type Life = typeof life extends fc.Arbitrary<infer L> ? L : never;

function instantOf({ day: on, lag: late, hour: at }: { day: number; lag: number; hour: number }): number {
  return FIRST + (on + late) * DAY_MS + at;
}
const factsOf = (said: Stated & { theme: (typeof MediationTheme.options)[number] }): SupportActFacts =>
  actFacts({ occurredOn: dayOf(said.day), themes: [said.theme, 'HEALTH'] });

/** What the deltas recorded by then add up to: the definition, in as few words as possible. */
async function definition(tx: Tx, from: string, to: string, asOf: Date, kind = 1) {
  const rows: { branch: string; day: string; themes: string; solution: number | null; units: number }[] =
    await tx.query(
      `SELECT branch, to_char(occurred_on, 'YYYY-MM-DD') AS day, themes, solution, units FROM reporting_v1.delta
       WHERE kind = $1 AND occurred_on BETWEEN $2 AND $3 AND recorded_at <= $4`,
      [kind, from, to, asOf],
    );
  const sum = (keysOf: (row: (typeof rows)[number]) => string[]) => {
    const sums = new Map<string, number>();
    for (const row of rows) for (const key of keysOf(row)) sums.set(key, (sums.get(key) ?? 0) + row.units);
    return Object.fromEntries([...sums].filter(([, value]) => value !== 0).sort());
  };
  return {
    total: rows.reduce((total, row) => total + row.units, 0),
    branches: sum((row) => [row.branch]),
    days: sum((row) => [row.day]),
    months: sum((row) => [`${row.day.slice(0, 7)}-01`]),
    themes: sum((row) => MediationTheme.options.filter((_, bit) => (BigInt(row.themes) >> BigInt(bit)) & 1n)),
  };
}

const plain = (rows: readonly { member?: string; start?: string; value: number }[]) =>
  Object.fromEntries(
    rows.flatMap(({ member, start, value }) => (value === 0 ? [] : [[member ?? start ?? '', value]])).sort(),
  );

async function live(lives: readonly Life[]): Promise<void> {
  for (const { branch, first, later, voided, device } of lives) {
    const supportActId = randomUUID();
    let current = factsOf(first);
    reporting.clock.set(new Date(instantOf(first)));
    await reporting.deliver(actRecorded(current, branch, supportActId));
    if (device)
      await reporting.deliver(
        happened(DeviceReceived, {
          branch,
          at: new Date(instantOf(first)),
          data: {
            deviceId: randomUUID(),
            occurredOn: current.occurredOn,
            after: { type: 'COMPUTER', grade: null, state: 'READY' } as never,
          },
        }),
      );
    if (later) {
      const after = { ...factsOf(later), beneficiaryId: current.beneficiaryId };
      reporting.clock.set(new Date(Math.max(instantOf(first), instantOf(later))));
      await reporting.deliver(
        happened(SupportActCorrected, { branch, at: new Date(FIRST), data: { supportActId, before: current, after } }),
      );
      current = after;
    }
    if (voided)
      await reporting.deliver(
        happened(SupportActVoided, { branch, at: new Date(FIRST), data: { supportActId, before: current } }),
      );
  }
}

it('gives of the network as known on any instant exactly what the deltas recorded by then add up to', async () => {
  const reader = new FiguresReader();
  const asked = fc.record({ from: day, to: day, knownDay: day, hour });
  await fc.assert(
    fc.asyncProperty(
      fc.array(life, { minLength: 1, maxLength: 8 }),
      fc.array(asked, { minLength: 12, maxLength: 12 }),
      async (lives, questions) => {
        await live(lives);
        await reporting.tables(async (tx) => {
          for (const question of questions) {
            const asOf = new Date(FIRST + question.knownDay * DAY_MS + question.hour);
            const from = dayOf(Math.min(question.from, question.to));
            const to = dayOf(Math.max(question.from, question.to));
            const view: View = { from, to, branches: null, filters: {}, asOf, compared: null };
            const expected = await definition(tx, from, to, asOf);
            expect({
              total: await reader.total(tx, view, 'SUPPORT_ACTS'),
              branches: plain(await reader.byBranch(tx, view, 'SUPPORT_ACTS')),
              days: plain(await reader.trend(tx, view, 'SUPPORT_ACTS', 'DAY')),
              months: plain(await reader.trend(tx, view, 'SUPPORT_ACTS', 'MONTH')),
              themes: plain(await reader.breakdown(tx, view, 'SUPPORT_ACTS', 'THEME')),
            }).toEqual(expected);
            const one = await reader.total(tx, { ...view, branches: ['BX'] }, 'SUPPORT_ACTS');
            expect(one).toBe(expected.branches['BX'] ?? 0);
            // A stock is summed since the beginning.
            const { total } = await definition(tx, '1900-01-01', to, asOf, 8);
            expect(await reader.total(tx, view, 'DEVICES_READY')).toBe(total);
          }
        });
      },
    ),
    { numRuns: 12 },
  );
});

const NOW = '2026-11-26T08:00:00.000Z';
const ask = (asOf: string, what = 'knowledge setAside figures(of: [SUPPORT_ACTS]) { value }') =>
  reporting
    .as(personas.coordinator)
    .query(`{ figures(input: { from: "2025-01-01", to: "2025-12-31", asOf: "${asOf}" }) { ${what} } }`);
const heard = (source: string, finalUpTo: string) =>
  reporting.app.get(Freshness).heard({ source, drainedUpTo: finalUpTo, finalUpTo, positions: {} });

it('says of an instant that it is final once nothing older can come from any source', async () => {
  reporting.clock.set(NOW);
  await reporting.deliver(actRecorded({ occurredOn: '2025-06-01' }, 'GR'));
  const state = async (asOf: string) => (await ask(asOf)).data?.['figures'];
  expect(await state(NOW)).toEqual({ knowledge: 'PROVISIONAL', setAside: 0, figures: [{ value: 1 }] });
  for (const source of ['beneficiaries', 'workshops']) heard(source, '2026-11-26T08:00:00.001Z');
  heard('equipment', NOW);
  // Something may still be recorded at the very instant of a mark.
  expect(await state(NOW)).toMatchObject({ knowledge: 'PROVISIONAL' });
  expect(await state('2026-11-26T07:59:59.999Z')).toEqual({
    knowledge: 'FINAL',
    setAside: 0,
    figures: [{ value: 0 }],
  });
  heard('equipment', '2026-11-26T08:00:00.001Z');
  expect(await state(NOW)).toMatchObject({ knowledge: 'FINAL', figures: [{ value: 1 }] });
  // A topic sent anew makes a relay's oldest row old again; what was final here stays so.
  heard('workshops', '2026-11-26T07:00:00.000Z');
  expect(await state(NOW)).toMatchObject({ knowledge: 'FINAL' });
});

it('stays provisional while an event of that time waits to be mended', async () => {
  await reporting.tables((tx) =>
    tx.query(
      `INSERT INTO dead_letter (reader, topic, partition, kafka_offset, reason, detail, headers, set_aside_at)
       VALUES ('live', 'workshops.support-acts', 0, 7, 'INVALID', '', '{"recordedat":"2026-11-26T07:30:00.000Z"}', now())`,
    ),
  );
  expect((await ask('2026-11-26T07:59:00.000Z')).data?.['figures']).toMatchObject({
    knowledge: 'PROVISIONAL',
    setAside: 1,
  });
  expect((await ask('2026-11-26T07:29:00.000Z')).data?.['figures']).toMatchObject({ knowledge: 'FINAL', setAside: 0 });
});

it('refuses an instant to come, answers one before all there was, and says of now that it is live', async () => {
  expect(await ask('2026-11-26T08:00:00.001Z')).toBeRefused('AS_OF_IN_FUTURE', 'asOf');
  expect((await ask('2001-01-01T00:00:00.000Z')).data?.['figures']).toEqual({
    knowledge: 'FINAL',
    setAside: 0,
    figures: [{ value: 0 }],
  });
  const now = await reporting
    .as(personas.coordinator)
    .query('{ figures(input: { from: "2025-01-01", to: "2025-12-31" }) { knowledge } }');
  expect(now.data).toEqual({ figures: { knowledge: 'LIVE' } });
});
