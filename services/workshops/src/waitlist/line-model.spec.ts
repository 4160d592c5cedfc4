import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Actor, Permission, TokenVerifier } from '#access';
import { Refusal } from '#errors';
import { createService, type RunningService } from '#runtime';
import { startForTest, type TestService } from '#testing';
import { givenIn } from '../../test/given.js';
import { EnrolInSeries } from '../series/enrol-in-series/enrol-in-series.js';
import { LeaveSeries } from '../series/leave-series/leave-series.js';
import { WorkshopsModule } from '../workshops.module.js';
import { AnswerOffer } from './answer-offer/answer-offer.js';
import { JoinWaitlist } from './join-waitlist/join-waitlist.js';
import { LeaveWaitlist } from './leave-waitlist/leave-waitlist.js';
import { LineModel } from './line-model.js';
import { PassOnOffers } from './pass-on-offers/pass-on-offers.js';

const SEATS = 2;
const PEOPLE = 5;
const HOUR = 3_600_000;
const FIRST = Date.parse('2026-12-01T08:30:00Z');
const LAST = Date.parse('2026-12-18T08:30:00Z');
const BEFORE = Date.parse('2026-11-26T08:00:00Z');
const helper: Actor = {
  subject: 'a helper',
  role: 'HELPER',
  branches: ['BX'],
  correlationId: 'the model',
  under: Permission.EnrolInSession,
};

let workshops: TestService;
let given: ReturnType<typeof givenIn>;
let running: RunningService | undefined;
let people: string[];
beforeAll(async () => {
  workshops = await startForTest(WorkshopsModule);
  given = givenIn(workshops);
  await given.branch();
  people = [];
  while (people.length < PEOPLE) people.push(await given.person());
});
afterAll(async () => {
  await stop();
  await workshops.stop();
});

/** Another process on the same tables, which has nothing but them. */
async function restart(): Promise<void> {
  await stop();
  const tokens = new TokenVerifier({
    issuer: 'nobody',
    audience: 'passerelle',
    keys: () => Promise.reject(new Error('no keys here')),
    clock: workshops.clock,
  });
  running = await createService(WorkshopsModule, workshops.config, { clock: workshops.clock, tokens });
  await running.database.connect();
  await running.app.init();
}

async function stop(): Promise<void> {
  await running?.app.close();
  await running?.database.close();
  running = undefined;
}

type Step =
  | { do: 'enrol' | 'join' | 'leaveSeries' | 'accept' | 'decline' | 'leaveLine'; person: number }
  | { do: 'look' | 'restart' }
  | { do: 'wait'; hours: number };

const person = fc.nat(PEOPLE - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constantFrom('enrol' as const, 'join' as const), person }) },
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constantFrom('leaveSeries' as const, 'accept' as const, 'decline' as const, 'leaveLine' as const),
      person,
    }),
  },
  // Clocks are set back too.
  { weight: 5, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: -8, max: 40 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('look' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
);

it('keeps seats, line and offers as a list on paper would, whatever is done in whichever order', async () => {
  await restart();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 45 }), async (steps) => {
      workshops.clock.set(new Date(BEFORE));
      const { seriesId, sessionIds } = await given.series({ seats: SEATS });
      const model = new LineModel(SEATS, FIRST, LAST, BEFORE);
      for (const one of steps) {
        expect({ step: one, came: await inService(one, seriesId) }).toEqual({ step: one, came: inModel(one, model) });
        expect(await kept(seriesId, sessionIds)).toEqual(expected(model, sessionIds.length));
      }
    }),
    { numRuns: 12, seed: 20_261_126, endOnFailure: true },
  );
}, 180_000);

/** A clock that is set back does not undo a session: what was held was held. */
function later(now: number, hours: number): number {
  const then = now + hours * HOUR;
  return STARTS.some((start) => then < start && start <= now) ? now : then;
}

function inModel(one: Step, model: LineModel): string {
  if (one.do === 'wait') model.now = later(model.now, one.hours);
  if (one.do === 'look') model.look();
  if (!('person' in one)) return 'done';
  if (one.do === 'enrol') return model.enrol(one.person);
  if (one.do === 'join') return model.join(one.person);
  if (one.do === 'leaveSeries') return model.leaveSeries(one.person);
  return one.do === 'leaveLine' ? model.leaveLine(one.person) : model.answer(one.person, one.do);
}

async function inService(one: Step, seriesId: string): Promise<string> {
  if (one.do === 'restart') await restart();
  if (one.do === 'wait') workshops.clock.set(new Date(later(workshops.clock.now().getTime(), one.hours)));
  const use = <T>(type: new (...parts: never[]) => T): T => {
    if (!running) throw new Error('nothing runs');
    return running.app.get<T>(type, { strict: false });
  };
  if (one.do === 'look') await use(PassOnOffers).execute();
  if (!('person' in one)) return 'done';
  const beneficiaryId = people[one.person] ?? '';
  const waitlistEntryId = one.do === 'enrol' || one.do === 'join' ? '' : await latestPlace(seriesId, beneficiaryId);
  const acts: Record<typeof one.do, () => Promise<unknown>> = {
    enrol: () => use(EnrolInSeries).execute({ seriesId, beneficiaryId }, helper),
    join: () => use(JoinWaitlist).execute({ seriesId, beneficiaryId }, helper),
    leaveSeries: () => use(LeaveSeries).execute({ seriesId, beneficiaryId }, helper),
    accept: () => use(AnswerOffer).byStaff('accept', waitlistEntryId, helper),
    decline: () => use(AnswerOffer).byStaff('decline', waitlistEntryId, helper),
    leaveLine: () => use(LeaveWaitlist).execute({ waitlistEntryId }, helper),
  };
  if (waitlistEntryId === '' && ['accept', 'decline', 'leaveLine'].includes(one.do)) return 'nothing';
  try {
    await acts[one.do]();
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

async function latestPlace(seriesId: string, beneficiaryId: string): Promise<string> {
  const rows: { id: string }[] = await workshops.tables((tx) =>
    tx.query('SELECT id FROM waitlist_entry WHERE series_id = $1 AND beneficiary_id = $2 ORDER BY place DESC LIMIT 1', [
      seriesId,
      beneficiaryId,
    ]),
  );
  return rows[0]?.id ?? '';
}

/** What the tables say: of each session still to come who holds a seat, and of the series who waits. */
function kept(seriesId: string, sessionIds: readonly string[]) {
  return workshops.tables(async (tx) => {
    const sessions: { taken: number; held: number; people: string[] | null }[] = await tx.query(
      `SELECT seats_taken AS taken, seats_held AS held,
              (SELECT array_agg(e.beneficiary_id::text) FROM enrolment e WHERE e.session_id = s.id AND e.state = 'CONFIRMED') AS people
       FROM session s WHERE s.id = ANY ($1::uuid[]) AND s.starts_at > $2`,
      [sessionIds, workshops.clock.now()],
    );
    const line: { beneficiary_id: string; state: string; offered_until: Date | null }[] = await tx.query(
      `SELECT beneficiary_id, state, offered_until FROM waitlist_entry
       WHERE series_id = $1 AND state IN ('WAITLISTED', 'OFFERED') ORDER BY place`,
      [seriesId],
    );
    const known = (id: string) => people.indexOf(id);
    return {
      sessions: sessions.map(({ taken, held, people: seated }) => ({
        ...{ taken, held, people: (seated ?? []).map(known).sort() },
      })),
      line: line.map(({ beneficiary_id, state, offered_until }) => ({
        ...{ person: known(beneficiary_id), state, until: offered_until?.getTime() ?? null },
      })),
    };
  });
}

function expected(model: LineModel, sessions: number) {
  const toCome = Array.from({ length: sessions }, (_, n) => STARTS[n] ?? 0).filter((start) => start > model.now);
  return {
    sessions: toCome.map(() => ({ taken: model.taken.size, held: model.held, people: [...model.taken].sort() })),
    line: model.waiting,
  };
}

/** Of three weeks on Tuesdays, Thursdays and Fridays at 9:30 in Bordeaux. */
const STARTS = [1, 3, 4, 8, 10, 11, 15, 17, 18].map((day) => Date.UTC(2026, 11, day, 8, 30));
