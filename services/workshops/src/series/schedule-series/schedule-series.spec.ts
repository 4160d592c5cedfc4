import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { givenIn } from '../../../test/given.js';
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

const announcedOf = async (seriesId: string) => {
  const events = await workshops.published();
  const series = events.find(({ data }) => data['seriesId'] === seriesId);
  const sessionIds = (series?.data['sessionIds'] ?? []) as string[];
  return { series, sessions: events.filter(({ data }) => sessionIds.includes(String(data['sessionId']))) };
};

it('plans nine sessions together and announces the series and each of its sessions', async () => {
  const { seriesId, sessionIds } = await given.series();
  expect(sessionIds).toHaveLength(9);
  const { series, sessions } = await announcedOf(seriesId);
  expect(series).toMatchObject({
    type: 'workshops.workshop-series-scheduled',
    branch: 'BX',
    data: { kind: 'COURSE', sessionIds, seats: 8 },
  });
  expect(sessions.map(({ type }) => type)).toEqual(sessionIds.map(() => 'workshops.session-scheduled'));
  expect(sessions.map(({ data }) => (data['after'] as { occurredOn: string }).occurredOn)).toEqual([
    ...['2026-12-01', '2026-12-03', '2026-12-04', '2026-12-08', '2026-12-10', '2026-12-11'],
    ...['2026-12-15', '2026-12-17', '2026-12-18'],
  ]);
});

it('keeps the hour on the wall through a change of the clock', async () => {
  const pattern = { firstDay: '2027-03-26', weekdays: [5], weeks: 2, startsAt: '09:30', minutes: 120 };
  const { sessionIds } = await given.series({ pattern });
  const { data } = await manager().query(`{ session(id: "${sessionIds[1]}") { startsAt endsAt } }`);
  expect(data?.['session']).toEqual({ startsAt: '2027-04-02T07:30:00.000Z', endsAt: '2027-04-02T09:30:00.000Z' });
});

it('names the public holidays of a pattern, and plans on none of them unless told to', async () => {
  const pattern = { firstDay: '2027-05-03', weekdays: [4], weeks: 2, startsAt: '14:00', minutes: 90 };
  const reply = await manager().query(
    'query ($input: SeriesDatesInput!) { seriesDates(input: $input) { day startsAt holiday } }',
    { input: { pattern } },
  );
  expect(reply.data?.['seriesDates']).toEqual([
    { day: '2027-05-06', startsAt: '2027-05-06T12:00:00.000Z', holiday: 'ASCENSION' },
    { day: '2027-05-13', startsAt: '2027-05-13T12:00:00.000Z', holiday: null },
  ]);
  expect((await given.series({ pattern })).sessionIds).toHaveLength(1);
  expect((await given.series({ pattern, keepHolidays: true })).sessionIds).toHaveLength(2);
});

it('leaves out the days that were taken out by hand', async () => {
  expect((await given.series({ withoutDays: ['2026-12-04', '2026-12-18'] })).sessionIds).toHaveLength(7);
});

it('refuses more than twelve sessions and none at all', async () => {
  const input = { workshopId: await given.workshop(), placeId: await given.place(), seats: 8 };
  const pattern = { firstDay: '2026-12-01', weekdays: [1, 2, 3, 4, 5], weeks: 3, startsAt: '09:30', minutes: 120 };
  expect(await manager().command('scheduleSeries', { ...input, pattern })).toBeRefused(
    'SERIES_LENGTH',
    'input.pattern',
  );
  const one = { ...pattern, weekdays: [2], weeks: 1 };
  expect(
    await manager().command('scheduleSeries', { ...input, pattern: one, withoutDays: ['2026-12-01'] }),
  ).toBeRefused('SERIES_LENGTH', 'input.pattern');
});

it('gives a discovery workshop a single session', async () => {
  const workshopId = await given.workshop({ kind: 'DISCOVERY' });
  const pattern = { firstDay: '2026-12-01', weekdays: [2], weeks: 1, startsAt: '09:30', minutes: 120 };
  const input = { workshopId, placeId: await given.place(), seats: 8, pattern };
  expect(await manager().command('scheduleSeries', input, 'kind sessions { id }')).toMatchObject({
    data: { scheduleSeries: { kind: 'DISCOVERY', sessions: { length: 1 } } },
  });
  expect(await manager().command('scheduleSeries', { ...input, pattern: { ...pattern, weeks: 2 } })).toBeRefused(
    'DISCOVERY_ONCE',
    'input.pattern',
  );
});

it('plans nothing when one date meets a room that is taken, and says which', async () => {
  const placeId = await given.place();
  await given.session({ placeId, room: 'Salle 1', startsAt: '2026-12-10T09:00:00Z', endsAt: '2026-12-10T11:00:00Z' });
  const before = (await workshops.published()).length;
  const input = {
    workshopId: await given.workshop(),
    placeId,
    room: 'Salle 1',
    seats: 8,
    pattern: { firstDay: '2026-12-01', weekdays: [2, 4, 5], weeks: 3, startsAt: '09:30', minutes: 120 },
  };
  const reply = await manager().command('scheduleSeries', input);
  expect(reply).toBeRefused('SERIES_ROOM_TAKEN', 'input.room');
  expect(JSON.stringify(reply.errors)).toContain('10/12/2026');
  expect((await workshops.published()).length).toBe(before + 1);
});

it('gives a room to one of two series planned at the same moment, whole', async () => {
  const input = {
    workshopId: await given.workshop(),
    placeId: await given.place(),
    room: 'Salle 1',
    seats: 8,
    pattern: { firstDay: '2026-12-01', weekdays: [2, 4, 5], weeks: 3, startsAt: '09:30', minutes: 120 },
  };
  const atOnce = <R>(ask: () => Promise<R>) => Promise.all(Array.from({ length: 10 }, ask));
  // With all connections open they truly meet, and the constraint decides.
  await atOnce(() => manager().query('{ branchSeries { endCursor } }'));
  const replies = await atOnce(() => manager().command('scheduleSeries', input));
  expect(replies.filter((reply) => reply.data?.['scheduleSeries'])).toHaveLength(1);
  const rows: { count: number }[] = await workshops.tables((tx) =>
    tx.query('SELECT count(*)::int FROM session WHERE place_id = $1', [input.placeId]),
  );
  expect(rows).toEqual([{ count: 9 }]);
});

it('never gives a set of equipment to two sessions at once', async () => {
  const placeId = await given.place();
  const plan = { placeId, equipmentSet: 'Malle de 10 tablettes' };
  await given.session({ ...plan, room: 'Salle 1' });
  const second = { ...plan, room: 'Salle 2', workshopId: await given.workshop(), seats: 8 };
  expect(
    await manager().command('scheduleSession', {
      ...second,
      startsAt: '2026-12-01T10:00:00Z',
      endsAt: '2026-12-01T12:00:00Z',
    }),
  ).toBeRefused('EQUIPMENT_TAKEN', 'input.equipmentSet');
});

it('lists the series of a branch with their sessions, the latest planned first', async () => {
  const { seriesId } = await given.series();
  const { data } = await manager().query('{ branchSeries(first: 1) { items { id title sessions { id } } } }');
  expect(data?.['branchSeries']).toMatchObject({ items: [{ id: seriesId, sessions: { length: 9 } }] });
});

it('shows another branch nothing of it', async () => {
  const { seriesId } = await given.series();
  const lille = await workshops.as(personas.managerOfLille).query(`{ workshopSeries(id: "${seriesId}") { id } }`);
  expect(lille).toBeRefused('NOT_FOUND', 'id');
});

it('refuses a helper, who plans nothing', async () => {
  const reply = await workshops.as(personas.helperOfBordeaux).command('scheduleSeries', {
    workshopId: await given.workshop(),
    placeId: await given.place(),
    seats: 8,
    pattern: { firstDay: '2026-12-01', weekdays: [2], weeks: 1, startsAt: '09:30', minutes: 120 },
  });
  expect(reply).toBeRefused('FORBIDDEN');
});
