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

const starts = (seriesId: string) =>
  workshops.tables(async (tx) => {
    const rows: { starts_at: Date }[] = await tx.query(
      'SELECT starts_at FROM session WHERE series_id = $1 ORDER BY starts_at',
      [seriesId],
    );
    return rows.map((row) => row.starts_at.toISOString());
  });

it('moves the rest of a series onto dates that it leaves itself, in the same room', async () => {
  const pattern = { firstDay: '2026-12-01', weekdays: [2], weeks: 3, startsAt: '09:30', minutes: 120 };
  const { seriesId, sessionIds } = await given.series({ room: 'Salle 1', pattern });
  const reply = await manager().command('postponeSeries', { seriesId, fromSessionId: sessionIds[1], days: 7 });
  expect(reply.errors).toBeUndefined();
  expect(await starts(seriesId)).toEqual([
    '2026-12-01T08:30:00.000Z',
    '2026-12-15T08:30:00.000Z',
    '2026-12-22T08:30:00.000Z',
  ]);
  const announced = (await workshops.published()).slice(-3);
  expect(announced).toMatchObject([
    { type: 'workshops.workshop-series-postponed', data: { sessionIds: sessionIds.slice(1), days: 7 } },
    { type: 'workshops.session-changed', data: { after: { occurredOn: '2026-12-15' } } },
    { type: 'workshops.session-changed', data: { after: { occurredOn: '2026-12-22' } } },
  ]);
});

it('moves one session alone, and keeps the hour on the wall through a change of the clock', async () => {
  const pattern = { firstDay: '2027-03-23', weekdays: [2], weeks: 2, startsAt: '09:30', minutes: 120 };
  const { seriesId } = await given.series({ pattern });
  await manager().command('postponeSeries', { seriesId, days: 9, andLater: false });
  expect(await starts(seriesId)).toEqual(['2027-03-30T07:30:00.000Z', '2027-04-01T07:30:00.000Z']);
});

it('moves nothing onto a room that somebody else holds', async () => {
  const placeId = await given.place();
  const plan = { placeId, room: 'Salle 1' };
  const pattern = { firstDay: '2026-12-01', weekdays: [2], weeks: 2, startsAt: '09:30', minutes: 120 };
  const { seriesId } = await given.series({ ...plan, pattern });
  await given.session({ ...plan, startsAt: '2026-12-10T09:00:00Z', endsAt: '2026-12-10T10:00:00Z' });
  const before = await starts(seriesId);
  expect(await manager().command('postponeSeries', { seriesId, days: 2 })).toBeRefused(
    'SERIES_ROOM_TAKEN',
    'input.room',
  );
  expect(await starts(seriesId)).toEqual(before);
});

it('refuses to move into the past, by no day, and a session of another series', async () => {
  const { seriesId } = await given.series();
  const other = await given.series();
  const refused = (input: Record<string, unknown>) => manager().command('postponeSeries', { seriesId, ...input });
  expect(await refused({ days: -6 })).toBeRefused('SESSION_IN_PAST', 'input.days');
  expect(await refused({ days: 0 })).toBeRefused('POSTPONED_DAYS', 'input.days');
  expect(await refused({ days: 7, fromSessionId: other.sessionIds[0] })).toBeRefused(
    'NOT_IN_SERIES',
    'input.fromSessionId',
  );
});
