import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { givenIn } from '../../test/given.js';
import { WorkshopsModule } from '../workshops.module.js';

let workshops: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  workshops = await startForTest(WorkshopsModule, { now: '2026-11-26T08:00:00Z' });
  given = givenIn(workshops);
  await given.branch();
});
afterAll(() => workshops.stop());

const manager = () => workshops.as(personas.managerOfBordeaux);
/** Four Tuesdays from 1 December 2026 on. */
const FOUR = { firstDay: '2026-12-01', weekdays: [2], weeks: 4, startsAt: '09:30', minutes: 120 };
const DAYS = ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22'];

async function hold(sessionId: string, day: string, came: readonly [string, 'SEEN' | 'NOSHOW'][]): Promise<void> {
  workshops.clock.set(`${day}T10:00:00Z`);
  for (const [enrolmentId, attendance] of came) await manager().command('markAttendance', { enrolmentId, attendance });
  expect((await manager().command('closeSession', { sessionId })).errors).toBeUndefined();
}

it('tells how a course ended once its last session is closed or called off, and whose first session each was', async () => {
  const placeId = await given.place();
  const { sessionIds } = await given.series({ placeId, pattern: FOUR });
  const [ada, bea, cleo] = [await given.person(), await given.person(), await given.person()];
  const seats = await Promise.all(
    sessionIds.map(async (id) => [await given.enrolment(id, ada), await given.enrolment(id, bea)] as const),
  );
  const [one = '', two = '', three = '', four = ''] = sessionIds;
  const guest = await given.enrolment(one, cleo);
  const at = (n: number) => seats[n] ?? ['', ''];
  // The second session is closed before the first: for a while it is everybody's first.
  await hold(two, '2026-12-08', [
    [at(1)[0], 'SEEN'],
    [at(1)[1], 'SEEN'],
  ]);
  await hold(one, '2026-12-08', [
    [at(0)[0], 'SEEN'],
    [at(0)[1], 'NOSHOW'],
    [guest, 'SEEN'],
  ]);
  await hold(three, '2026-12-15', [
    [at(2)[0], 'SEEN'],
    [at(2)[1], 'NOSHOW'],
  ]);
  const told = async () =>
    (await workshops.published()).filter(({ type }) => /course|session-(closed|reopened)/.test(type));
  expect((await told()).map(({ data }) => data['firstSessions'])).toEqual([
    [{ occurredOn: DAYS[1], placeId, people: 2, days: 24 }],
    [
      { occurredOn: DAYS[1], placeId, people: -1, days: -12 },
      { occurredOn: DAYS[0], placeId, people: 2, days: 10 },
    ],
    [],
  ]);
  expect((await told())[1]?.data).toMatchObject({ placeId, enrolled: 3, seen: 2, noShows: 1, resources: 0 });
  const calledOff = await manager().command('cancelSession', { sessionId: four, reason: 'Neige' });
  expect(calledOff.errors).toBeUndefined();
  // A guest of one session is not on the course; three quarters of three sessions are three.
  const outcome = { occurredOn: DAYS[2], placeId, people: 2, completed: 1 };
  expect((await told()).at(-1)?.data).toMatchObject({ before: null, after: outcome });
  await manager().command('reopenSession', { sessionId: one, reason: 'Erreur de pointage' });
  const [reopened, undone] = (await told()).slice(-2);
  expect(reopened?.data).toMatchObject({
    noShows: 1,
    firstSessions: [
      { occurredOn: DAYS[1], people: 1, days: 12 },
      { occurredOn: DAYS[0], people: -2, days: -10 },
    ].map((first) => ({ ...first, placeId })),
  });
  expect(undone?.data).toMatchObject({ before: outcome, after: null });
});
