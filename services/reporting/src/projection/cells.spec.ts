import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Fact,
  Gender,
  happened,
  MediationTheme,
  Solution,
  SupportActCorrected,
  type SupportActFacts,
  SupportActVoided,
} from '#events';
import { startForTest, type TestService } from '#testing';
import { actFacts, actRecorded } from '../../test/given.js';
import { FiguresReader } from '../figures/figures-reader.js';
import type { View } from '../figures/view.js';
import { ReportingModule } from '../reporting.module.js';

let reporting: TestService;
beforeAll(async () => {
  reporting = await startForTest(ReportingModule);
});
afterAll(() => reporting.stop());

const facts = fc.record({
  solution: fc.constantFrom(...Solution.options),
  occurredOn: fc.constantFrom('2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01', '2026-02-28'),
  themes: fc.uniqueArray(fc.constantFrom(...MediationTheme.options), { minLength: 1, maxLength: 4 }),
  gender: fc.constantFrom(...Gender.options),
  beneficiaryId: fc.option(fc.uuid()),
});
const stated = ({ gender, ...rest }: { gender: SupportActFacts['classes']['gender'] } & Partial<SupportActFacts>) =>
  actFacts({ ...rest, classes: { gender, ageBand: 'FROM_70', socialStatus: 'RETIRED', communeCode: null } });

/** Edges and middles of months, so that whole months and days around them are both asked for. */
const edge = fc.constantFrom(
  '2025-12-10',
  '2025-12-31',
  '2026-01-01',
  '2026-01-31',
  '2026-02-01',
  '2026-02-15',
  '2026-02-28',
);
const asked = fc.record({
  a: edge,
  b: edge,
  branches: fc.constantFrom<(string[] | null)[]>(null, ['BX'], ['BX', 'LY']),
});

const life = fc.record({
  branch: fc.constantFrom('BX', 'LY'),
  first: facts,
  later: fc.option(facts),
  voided: fc.boolean(),
});

it('adds up cells to exactly what the deltas say, after any history of acts, corrections and voids', async () => {
  const reader = new FiguresReader();
  const plain = (from: string, to: string, branches: string[] | null): View => {
    const [first = from, last = to] = [from, to].sort();
    return { from: first, to: last, branches, filters: {}, asOf: null, compared: null };
  };
  // A filter that every act passes makes the reader take the deltas.
  const fromDeltas = (view: View): View => ({ ...view, filters: { ageBands: ['FROM_70'] } });
  const some = <S extends { value: number }>(steps: readonly S[]) => steps.filter(({ value }) => value !== 0);
  await fc.assert(
    fc.asyncProperty(
      fc.array(life, { minLength: 1, maxLength: 12 }),
      fc.array(asked, { minLength: 6, maxLength: 6 }),
      async (lives, periods) => {
        const views = periods.map(({ a, b, branches }) => plain(a, b, branches));
        for (const [index, { branch, first, later, voided }] of lives.entries())
          await reporting.deliver(...historyOf(branch, first, later, voided, index));
        await reporting.tables(async (tx) => {
          for (const view of views) {
            for (const dimension of ['SOLUTION', 'THEME', 'GENDER', 'COMMUNE'] as const)
              expect(await reader.breakdown(tx, view, 'SUPPORT_ACTS', dimension)).toEqual(
                await reader.breakdown(tx, fromDeltas(view), 'SUPPORT_ACTS', dimension),
              );
            expect(some(await reader.byBranch(tx, view, 'SUPPORT_ACTS'))).toEqual(
              some(await reader.byBranch(tx, fromDeltas(view), 'SUPPORT_ACTS')),
            );
            for (const grain of ['DAY', 'MONTH'] as const)
              expect(some(await reader.trend(tx, view, 'SUPPORT_ACTS', grain))).toEqual(
                some(await reader.trend(tx, fromDeltas(view), 'SUPPORT_ACTS', grain)),
              );
            expect(await reader.anonymousActs(tx, view)).toBe(await reader.anonymousActs(tx, fromDeltas(view)));
          }
        });
      },
    ),
    { numRuns: 8 },
  );
});

function historyOf(
  branch: string,
  first: Parameters<typeof stated>[0],
  then: Parameters<typeof stated>[0] | null,
  voided: boolean,
  index: number,
): Fact[] {
  const at = new Date('2026-03-01T00:00:00Z');
  const recorded = actRecorded(stated(first), branch);
  const supportActId = String(recorded.data['supportActId']);
  let current = recorded.data['after'] as SupportActFacts;
  const history = [recorded];
  if (then) {
    const after = { ...stated(then), minutes: index };
    history.push(happened(SupportActCorrected, { branch, at, data: { supportActId, before: current, after } }));
    current = after;
  }
  if (voided) history.push(happened(SupportActVoided, { branch, at, data: { supportActId, before: current } }));
  return history;
}
