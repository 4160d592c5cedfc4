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

const DAY = 'copied onHoliday alreadyThere taken';

it('plans a week again in the next, at the same hours, and nothing twice', async () => {
  await given.session({ room: 'Salle 1', startsAt: '2026-12-08T09:00:00Z', endsAt: '2026-12-08T11:00:00Z' });
  await given.session({ room: 'Salle 2', startsAt: '2026-12-10T13:00:00Z', endsAt: '2026-12-10T14:00:00Z' });
  await given.series();
  const week = { fromMonday: '2026-12-07', toMonday: '2026-12-14' };
  const nothing = { onHoliday: 0, alreadyThere: 0, taken: 0 };
  expect(await manager().command('duplicateWeek', week, DAY)).toMatchObject({
    data: { duplicateWeek: { ...nothing, copied: 2 } },
  });
  expect((await workshops.published()).slice(-2)).toMatchObject([
    { type: 'workshops.session-scheduled', data: { after: { startsAt: '2026-12-15T09:00:00.000Z' } } },
    { type: 'workshops.session-scheduled', data: { after: { startsAt: '2026-12-17T13:00:00.000Z' } } },
  ]);
  expect(await manager().command('duplicateWeek', week, DAY)).toMatchObject({
    data: { duplicateWeek: { ...nothing, copied: 0, alreadyThere: 2 } },
  });
});

it('leaves out holidays and rooms that are taken, and counts them', async () => {
  const placeId = await given.place();
  const at = (day: string, room: string) => ({
    ...{ placeId, room, startsAt: `${day}T09:00:00Z`, endsAt: `${day}T11:00:00Z` },
  });
  await given.session(at('2027-02-01', 'Salle 1'));
  await given.session(at('2027-02-02', 'Salle 1'));
  // Easter Monday, and a room held the day after.
  await given.session(at('2027-03-30', 'Salle 1'));
  expect(
    await manager().command('duplicateWeek', { fromMonday: '2027-02-01', toMonday: '2027-03-29' }, DAY),
  ).toMatchObject({ data: { duplicateWeek: { copied: 0, onHoliday: 1, alreadyThere: 0, taken: 1 } } });
});

it('refuses a week that is over, the same week, and a day that is no Monday', async () => {
  await given.session({ startsAt: '2027-01-05T09:00:00Z', endsAt: '2027-01-05T10:00:00Z' });
  const refused = (fromMonday: string, toMonday: string) =>
    manager().command('duplicateWeek', { fromMonday, toMonday });
  expect(await refused('2027-01-04', '2026-11-02')).toBeRefused('SESSION_IN_PAST', 'input.toMonday');
  expect(await refused('2027-01-04', '2027-01-04')).toBeRefused('SAME_WEEK', 'input.toMonday');
  expect(await refused('2027-01-05', '2027-01-11')).toBeRefused('NOT_A_MONDAY', 'input.fromMonday');
});

it('plans a series again from another day on, its cancelled sessions left out', async () => {
  const { seriesId, sessionIds } = await given.series({ room: 'Salle 1' });
  await manager().command('cancelSession', { sessionId: sessionIds[8], reason: 'Intervenante absente' });
  const reply = await manager().command(
    'duplicateSeries',
    { seriesId, firstDay: '2027-01-05' },
    'id sessions { startsAt room seatsTaken }',
  );
  const { sessions } = answerOf<{ sessions: { startsAt: string }[] }>(reply, 'duplicateSeries');
  expect(sessions).toHaveLength(8);
  expect(sessions[3]).toEqual({ startsAt: '2027-01-12T08:30:00.000Z', room: 'Salle 1', seatsTaken: 0 });
});
