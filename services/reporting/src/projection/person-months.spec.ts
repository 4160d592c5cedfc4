import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Fact, happened, SupportActCorrected, SupportActVoided } from '#events';
import type { Tx } from '#persistence';
import { startForTest, type TestService } from '#testing';
import { actFacts, actRecorded } from '../../test/given.js';
import { received } from '../../test/received.js';
import { FiguresReader } from '../figures/figures-reader.js';
import { ReportingModule } from '../reporting.module.js';
import { FiguresApplier } from './figures-applier.js';
import { findWrongCells } from './fold.js';

let reporting: TestService;
beforeAll(async () => {
  reporting = await startForTest(ReportingModule);
});
afterAll(() => reporting.stop());

/** Few people, few days around the ends of months, two branches: they meet all the time. */
const PEOPLE = Array.from({ length: 4 }, () => randomUUID());
const day = fc.constantFrom(
  ...['2025-10-31', '2025-11-01', '2025-11-30', '2025-12-15', '2025-12-31', '2026-01-01', '2026-02-27', '2026-02-28'],
);
const stated = fc.record({ day, person: fc.option(fc.constantFrom(...PEOPLE), { freq: 6 }) });
const life = fc.record({
  branch: fc.constantFrom('BX', 'LY'),
  first: stated,
  later: fc.option(stated),
  voided: fc.boolean(),
});
type Life = typeof life extends fc.Arbitrary<infer L> ? L : never;

const factsOf = ({ day: occurredOn, person: beneficiaryId }: Life['first']) => actFacts({ occurredOn, beneficiaryId });

function historyOf({ branch, first, later, voided }: Life): Fact[] {
  const at = new Date('2026-03-01T00:00:00Z');
  const supportActId = randomUUID();
  let current = factsOf(first);
  const history = [actRecorded(current, branch, supportActId)];
  if (later) {
    const after = { ...factsOf(later), minutes: 45 };
    history.push(happened(SupportActCorrected, { branch, at, data: { supportActId, before: current, after } }));
    current = after;
  }
  if (voided) history.push(happened(SupportActVoided, { branch, at, data: { supportActId, before: current } }));
  return history;
}

/** Who has a day in the period on which their deltas sum above 0: the definition. */
async function definition(tx: Tx, from: string, to: string, branch: string | null): Promise<number> {
  const rows: { person_no: number; day: string; units: number }[] = await tx.query(
    `SELECT person_no, occurred_on::text AS day, units FROM reporting_v1.delta
     WHERE kind = 1 AND person_no IS NOT NULL AND occurred_on BETWEEN $1 AND $2 AND ($3::text IS NULL OR branch = $3)`,
    [from, to, branch],
  );
  const days = new Map<string, number>();
  for (const { person_no, day: on, units } of rows)
    days.set(`${person_no} ${on}`, (days.get(`${person_no} ${on}`) ?? 0) + units);
  return new Set([...days].flatMap(([key, units]) => (units > 0 ? [key.split(' ')[0]] : []))).size;
}

it('keeps the months of people exactly as the deltas tell, after any history, in any order, in slices of any size', async () => {
  const reader = new FiguresReader();
  const live = reporting.app.get(FiguresApplier);
  const asked = fc.record({ a: day, b: day, branch: fc.constantFrom(null, 'BX', 'LY') });
  await fc.assert(
    fc.asyncProperty(
      fc.array(life, { minLength: 1, maxLength: 10 }),
      fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
      fc.integer({ min: 1, max: 12 }),
      fc.array(asked, { minLength: 15, maxLength: 15 }),
      async (lives, shuffle, size, questions) => {
        // A void may come before its act: topics are read side by side.
        const facts = lives
          .flatMap(historyOf)
          .map((fact, n) => ({ fact, at: shuffle[n % shuffle.length] ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ fact }) => fact);
        const events = received(facts);
        for (let n = 0; n < events.length; n += size)
          await reporting.tables((tx) => live.apply(tx, events.slice(n, n + size)));
        await reporting.tables(async (tx) => {
          expect(await findWrongCells(tx, 'reporting_v1')).toEqual([]);
          for (const { a, b, branch } of questions) {
            const [from = a, to = b] = [a, b].sort();
            const view = { from, to, branches: branch && [branch], filters: {}, asOf: null, compared: null };
            expect({ view, people: await reader.uniquePeople(tx, view) }).toEqual({
              view,
              people: await definition(tx, from, to, branch),
            });
          }
        });
      },
    ),
    { numRuns: 25 },
  );
});

it('links the months of a person whom two processes count at the same time', async () => {
  const live = reporting.app.get(FiguresApplier);
  const beneficiaryId = randomUUID();
  const [winter, spring, summer] = ['2026-01-15', '2026-04-02', '2026-06-02'].map((occurredOn) =>
    received([actRecorded(actFacts({ occurredOn, beneficiaryId }))]),
  );
  // Known already: a new person's number would make the second wait for the first all the same.
  await reporting.tables((tx) => live.apply(tx, winter ?? []));
  let second: Promise<void> | undefined;
  await reporting.tables(async (tx) => {
    await live.apply(tx, spring ?? []);
    second = reporting.tables((other) => live.apply(other, summer ?? []));
    for (let waiting = 0; waiting === 0; ) {
      const rows: { n: number }[] = await tx.query(
        `SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND pid <> pg_backend_pid()
           AND pg_backend_pid() = ANY (pg_blocking_pids(pid))`,
      );
      waiting = rows[0]?.n ?? 0;
    }
  });
  await second;
  expect(await reporting.tables((tx) => findWrongCells(tx, 'reporting_v1'))).toEqual([]);
});
