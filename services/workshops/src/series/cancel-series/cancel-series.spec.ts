import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { answerOf, givenIn } from '../../../test/given.js';
import { WorkshopsModule } from '../../workshops.module.js';

let workshops: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  workshops = await startForTest(WorkshopsModule);
  given = givenIn(workshops);
  await given.branch();
});
afterAll(() => workshops.stop());
const manager = () => workshops.as(personas.managerOfBordeaux);

interface Told {
  state: string;
  sessions: { state: string }[];
  corrections: unknown;
}
const statesOf = async (seriesId: string) => {
  const reply = await manager().query(
    `{ workshopSeries(id: "${seriesId}") { state sessions { state } corrections { reason } } }`,
  );
  const series = answerOf<Told>(reply, 'workshopSeries');
  return { ...series, sessions: series.sessions.map(({ state }) => state) };
};

it('calls off the rest of a series with its reason, and keeps what was held', async () => {
  const pattern = { firstDay: '2026-12-01', weekdays: [2, 3, 4], weeks: 1, startsAt: '09:30', minutes: 120 };
  const { seriesId, sessionIds } = await given.series({ pattern });
  await manager().command('cancelSeries', {
    seriesId,
    fromSessionId: sessionIds[1],
    reason: 'Intervenante souffrante',
  });
  expect(await statesOf(seriesId)).toEqual({
    state: 'SCHEDULED',
    sessions: ['SCHEDULED', 'CANCELLED', 'CANCELLED'],
    corrections: [{ reason: 'Intervenante souffrante' }],
  });
  expect((await workshops.published()).slice(-3)).toMatchObject([
    { type: 'workshops.session-cancelled', data: { sessionId: sessionIds[1] } },
    { type: 'workshops.session-cancelled', data: { sessionId: sessionIds[2] } },
    { type: 'workshops.workshop-series-cancelled', data: { sessionIds: sessionIds.slice(1), whole: false } },
  ]);
});

it('is cancelled itself with its last session, and then gives up its room', async () => {
  const plan = { placeId: await given.place(), room: 'Salle 1' };
  const { seriesId } = await given.series(plan);
  await manager().command('cancelSeries', { seriesId, reason: 'Travaux dans la salle' });
  expect(await statesOf(seriesId)).toMatchObject({ state: 'CANCELLED' });
  expect((await given.series(plan)).sessionIds).toHaveLength(9);
  expect(await manager().command('cancelSeries', { seriesId, reason: 'Encore une fois' })).toBeRefused(
    'SERIES_CANCELLED',
    'input.seriesId',
  );
});

it('wants to know why', async () => {
  const { seriesId } = await given.series();
  expect(await manager().command('cancelSeries', { seriesId, reason: ' ' })).toBeRefused(
    'REASON_REQUIRED',
    'input.reason',
  );
});
