import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  BeneficiariesMerged,
  BeneficiariesUnmerged,
  BeneficiaryErased,
  type Fact,
  happened,
  SupportActCorrected,
  SupportActVoided,
} from '#events';
import { startForTest, type TestService } from '#testing';
import { actFacts, actRecorded } from '../../test/given.js';
import { type Happening, type ModelAct, modelled } from '../../test/people-model.js';
import { received } from '../../test/received.js';
import { FiguresReader } from '../figures/figures-reader.js';
import { ReportingModule } from '../reporting.module.js';
import { FiguresApplier } from './figures-applier.js';
import { findWrongCells } from './fold.js';
import { foldPeople } from './fold-people.js';

let reporting: TestService;
beforeAll(async () => {
  reporting = await startForTest(ReportingModule);
});
afterAll(() => reporting.stop());

const AT = new Date('2026-03-01T00:00:00Z');
const person = fc.nat({ max: 3 });
const act = fc.record({
  branch: fc.constantFrom('BX', 'LY'),
  day: fc.constantFrom('2025-10-31', '2025-11-01', '2025-11-30', '2026-01-01', '2026-02-28'),
  person: fc.option(person, { freq: 8 }),
  solution: fc.constantFrom('DROP_IN' as const, 'COURSE' as const),
});
/** What may happen to somebody; each choice is made against what has happened before. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('ACT' as const), act }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('CORRECT' as const), act, which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('VOID' as const), which: fc.nat() }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('MERGE' as const), pair: fc.tuple(person, person) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('UNMERGE' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('ERASE' as const), person }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A history told twice: to the figures as events, to the model as what happened. */
function told(steps: readonly Step[], people: readonly string[]): { fact: Fact; happening: Happening }[] {
  const history: { fact: Fact; happening: Happening }[] = [];
  const acts: { id: string; act: ModelAct }[] = [];
  const merges: { id: string; pair: [string, string] }[] = [];
  const named = (drawn: Omit<ModelAct, 'person'> & { person: number | null }): ModelAct => ({
    ...drawn,
    person: drawn.person === null ? null : (people[drawn.person] ?? null),
  });
  const facts = ({ day, person: beneficiaryId, solution }: ModelAct) =>
    actFacts({ occurredOn: day, beneficiaryId, solution });
  const merged = ({ id, pair }: (typeof merges)[number]) => ({
    branch: null,
    at: AT,
    data: { mergeId: id, occurredOn: '2026-03-01', keptId: pair[0], mergedId: pair[1] },
  });
  for (const one of steps) {
    if (one.does === 'ACT') {
      const [id, made] = [randomUUID(), named(one.act)];
      acts.push({ id, act: made });
      history.push({ fact: actRecorded(facts(made), made.branch, id), happening: { kind: 'ACT', id, act: made } });
    } else if (one.does === 'MERGE') {
      const pair: [string, string] = [people[one.pair[0]] ?? '', people[one.pair[1]] ?? ''];
      if (pair[0] === pair[1]) continue;
      const merge = { id: randomUUID(), pair };
      merges.push(merge);
      history.push({ fact: happened(BeneficiariesMerged, merged(merge)), happening: { kind: 'MERGED', ...merge } });
    } else if (one.does === 'UNMERGE') {
      const [undone] = merges.splice(one.which % Math.max(1, merges.length), 1);
      if (!undone) continue;
      const fact = happened(BeneficiariesUnmerged, merged(undone));
      history.push({ fact, happening: { kind: 'UNMERGED', id: undone.id } });
    } else if (one.does === 'ERASE') {
      const beneficiaryId = people[one.person] ?? '';
      const data = { beneficiaryId, occurredOn: '2026-03-01', ground: 'ASKED_BY_PERSON' as const };
      const fact = happened(BeneficiaryErased, { branch: 'BX', at: AT, data });
      history.push({ fact, happening: { kind: 'ERASED', person: beneficiaryId } });
    } else {
      const at = one.which % Math.max(1, acts.length);
      const known = acts[at];
      if (!known) continue;
      const before = facts(known.act);
      const envelope = { branch: known.act.branch, at: AT };
      if (one.does === 'VOID') {
        acts.splice(at, 1);
        const fact = happened(SupportActVoided, { ...envelope, data: { supportActId: known.id, before } });
        history.push({ fact, happening: { kind: 'ACT_VOIDED', id: known.id } });
      } else {
        known.act = { ...named(one.act), branch: known.act.branch };
        const data = { supportActId: known.id, before, after: { ...facts(known.act), minutes: 45 } };
        const fact = happened(SupportActCorrected, { ...envelope, data });
        history.push({ fact, happening: { kind: 'ACT', id: known.id, act: known.act } });
      }
    }
  }
  return history;
}

const question = fc.record({
  days: fc.tuple(act, act).map(([a, b]) => [a.day, b.day].sort() as [string, string]),
  branch: fc.constantFrom(null, 'BX', 'LY'),
  solution: fc.constantFrom(null, 'DROP_IN' as const, 'COURSE' as const),
  /** As known after so many of the facts; null = now. */
  known: fc.option(fc.nat({ max: 30 }), { freq: 3 }),
});

it('counts everybody once through merges, unmerges, corrections and erasures, in every branch, solution and period', async () => {
  const reader = new FiguresReader();
  const live = reporting.app.get(FiguresApplier);
  const since = Date.parse('2026-06-01T08:00:00Z');
  // Histories add up: the model is told all of them.
  const everything: Happening[] = [];
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 15, maxLength: 30, size: 'max' }),
      fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
      fc.integer({ min: 1, max: 8 }),
      fc.array(question, { minLength: 12, maxLength: 12 }),
      async (steps, shuffle, size, questions) => {
        const people = Array.from({ length: 4 }, () => randomUUID());
        const history = told(steps, people);
        const before = everything.length;
        const recordedAt = (n: number) => new Date(since + (before + n) * 60_000);
        everything.push(...history.map(({ happening }) => happening));
        // Topics are read side by side: what was written last may come first.
        const events = received(
          history.map(({ fact }) => fact),
          recordedAt,
        )
          .map((event, n) => ({ event, at: shuffle[n] ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ event }) => event);
        for (let n = 0; n < events.length; n += size)
          await reporting.tables((tx) => live.apply(tx, events.slice(n, n + size)));
        await reporting.tables(async (tx) => {
          expect(await findWrongCells(tx, 'reporting_v1')).toEqual([]);
          for (const { days, branch, solution, known } of questions) {
            const [from, to] = days;
            const count = known === null ? everything.length : before + (known % (history.length + 1));
            const filters = solution ? { solutions: [solution] } : {};
            const asOf = known === null ? null : recordedAt(count - before - 1);
            const view = { from, to, branches: branch && [branch], filters, asOf, compared: null };
            const asked = { from, to, branch, solution };
            expect({
              asked,
              known,
              acts: await reader.total(tx, view, 'SUPPORT_ACTS'),
              people: await reader.uniquePeople(tx, view),
            }).toEqual({ asked, known, ...modelled(everything.slice(0, count), asked) });
          }
        });
      },
    ),
    { numRuns: 15 },
  );
});

it('knows who is one person exactly as a rebuild would find it', async () => {
  await reporting.tables(async (tx) => {
    await foldPeople(tx, 'reporting_v1');
    const made = await tx.query('SELECT person_no, root_no FROM grouped ORDER BY person_no');
    expect(made.length).toBeGreaterThan(0);
    expect(await tx.query('SELECT person_no, root_no FROM reporting_v1.person_root ORDER BY person_no')).toEqual(made);
  });
});

it('counts a long chain of records as one person, whichever end it was made from', async () => {
  const chain = Array.from({ length: 5 }, () => randomUUID()).sort();
  await reporting.deliver(
    ...chain.map((beneficiaryId) => actRecorded({ beneficiaryId, occurredOn: '1999-05-05' }, 'GR')),
  );
  const pairs = chain.slice(1).map((mergedId, at) => ({ keptId: chain[at] ?? '', mergedId }));
  for (const pair of pairs.reverse()) {
    const data = { mergeId: randomUUID(), occurredOn: '2026-03-11', ...pair };
    await reporting.deliver(happened(BeneficiariesMerged, { branch: null, at: AT, data }));
  }
  const view = { from: '1999-01-01', to: '1999-12-31', branches: ['GR'], filters: {}, asOf: null, compared: null };
  expect(await reporting.tables((tx) => new FiguresReader().uniquePeople(tx, view))).toBe(1);
});

it('ticks for every branch that helped either of two people who are one', async () => {
  const [keptId, mergedId] = [randomUUID(), randomUUID()];
  await reporting.deliver(actRecorded({ beneficiaryId: keptId }, 'RO'), actRecorded({ beneficiaryId: mergedId }, 'MB'));
  const versions = () =>
    reporting.tables((tx) =>
      tx.query(`SELECT branch, version FROM reporting_v1.watermark WHERE branch IN ('RO', 'MB') ORDER BY branch`),
    );
  expect(await versions()).toEqual([
    { branch: 'MB', version: '1' },
    { branch: 'RO', version: '1' },
  ]);
  const data = { mergeId: randomUUID(), occurredOn: '2026-03-11', keptId, mergedId };
  await reporting.deliver(happened(BeneficiariesMerged, { branch: null, at: AT, data }));
  expect(await versions()).toEqual([
    { branch: 'MB', version: '2' },
    { branch: 'RO', version: '2' },
  ]);
});
