import { afterAll, beforeAll, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { personas, startForTest, type TestService } from '#testing';
import { answerOf, givenIn } from '../../../test/given.js';
import { WorkshopsModule } from '../../workshops.module.js';
import { ShowCalendar } from './show-calendar.js';

let workshops: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  workshops = await startForTest(WorkshopsModule);
  given = givenIn(workshops);
  await given.branch();
});
afterAll(() => workshops.stop());
const manager = () => workshops.as(personas.managerOfBordeaux);

/** As a calendar program reads it. */
function readBack(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return {
    method: calendar.getFirstPropertyValue('method'),
    events: calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      return {
        uid: event.uid,
        title: event.summary,
        location: event.location,
        from: event.startDate.toJSDate().toISOString(),
        until: event.endDate.toJSDate().toISOString(),
        sequence: event.sequence,
        status: component.getFirstPropertyValue('status'),
      };
    }),
  };
}
const seatOf = async (sessionId: string, enrolmentId: string) => {
  const reply = await manager().query(`{ session(id: "${sessionId}") { enrolments { items { id calendar } } } }`);
  const { enrolments } = answerOf<{ enrolments: { items: { id: string; calendar: string }[] } }>(reply, 'session');
  return readBack(enrolments.items.find(({ id }) => id === enrolmentId)?.calendar ?? '');
};

it('puts a seat into a calendar, moves it there, and takes it out again', async () => {
  const placeId = await given.place();
  const sessionId = await given.session({ placeId, room: 'Salle 1' });
  const enrolmentId = await given.enrolment(sessionId);
  const entry = {
    uid: `${enrolmentId}@passerelle`,
    title: 'Ma messagerie',
    location: 'Bordeaux, Salle 1',
    from: '2026-12-01T09:00:00.000Z',
    until: '2026-12-01T11:00:00.000Z',
    sequence: 0,
    status: 'CONFIRMED',
  };
  expect(await seatOf(sessionId, enrolmentId)).toEqual({ method: 'PUBLISH', events: [entry] });
  const plan = { placeId, room: 'Salle 1', startsAt: '2026-12-02T09:00:00Z', endsAt: '2026-12-02T11:00:00Z', seats: 8 };
  await manager().command('changeSession', { sessionId, ...plan });
  const moved = { ...entry, from: '2026-12-02T09:00:00.000Z', until: '2026-12-02T11:00:00.000Z', sequence: 1 };
  expect(await seatOf(sessionId, enrolmentId)).toEqual({ method: 'PUBLISH', events: [moved] });
  const givenBack = await manager().command('cancelEnrolment', { enrolmentId }, 'calendar');
  expect(readBack(answerOf<{ calendar: string }>(givenBack, 'cancelEnrolment').calendar)).toEqual({
    method: 'CANCEL',
    events: [{ ...moved, sequence: 2, status: 'CANCELLED' }],
  });
});

it('takes a seat out of the calendar when its session is called off', async () => {
  const sessionId = await given.session();
  const enrolmentId = await given.enrolment(sessionId);
  await manager().command('cancelSession', { sessionId, reason: 'Intervenante souffrante' });
  const { method, events } = await seatOf(sessionId, enrolmentId);
  expect(method).toBe('CANCEL');
  expect(events).toMatchObject([{ uid: `${enrolmentId}@passerelle`, status: 'CANCELLED', sequence: 2 }]);
});

it('gives a course as one calendar, and each of its sessions a higher number once it is postponed', async () => {
  const { seriesId, sessionIds } = await given.series();
  await manager().command('postponeSeries', { seriesId, fromSessionId: sessionIds[8], days: 7 });
  const reply = await manager().query(`{ workshopSeries(id: "${seriesId}") { calendar } }`);
  const { events } = readBack(answerOf<{ calendar: string }>(reply, 'workshopSeries').calendar);
  expect(events.map(({ uid, sequence }) => [uid, sequence])).toEqual(
    sessionIds.map((id, place) => [`${id}@passerelle`, place === 8 ? 1 : 0]),
  );
});

it('is read by whoever holds an address of the branch, until that is revoked', async () => {
  const sessionId = await given.session({ startsAt: '2027-01-05T09:00:00Z', endsAt: '2027-01-05T10:00:00Z' });
  const opened = await manager().command('openCalendarFeed', {}, 'id token');
  const { id, token } = answerOf<{ id: string; token: string }>(opened, 'openCalendarFeed');
  const read = (address: string) => workshops.app.get(ShowCalendar, { strict: false }).execute(address);
  expect(readBack(await read(token)).events.map(({ uid }) => uid)).toContain(`${sessionId}@passerelle`);
  await expect(read(`${token.slice(0, 23)}${token[23] === 'A' ? 'B' : 'A'}${token.slice(24)}`)).rejects.toThrow(
    'FEED_UNKNOWN',
  );
  expect((await manager().query('{ calendarFeeds { id } }')).data).toEqual({ calendarFeeds: [{ id }] });
  expect(await workshops.as(personas.managerOfLille).command('revokeCalendarFeed', { calendarFeedId: id })).toBeRefused(
    'NOT_FOUND',
    'input.calendarFeedId',
  );
  await manager().command('revokeCalendarFeed', { calendarFeedId: id });
  await expect(read(token)).rejects.toThrow('FEED_UNKNOWN');
  expect((await manager().query('{ calendarFeeds { id } }')).data).toEqual({ calendarFeeds: [] });
});

it('shows a helper their own shifts at an address of theirs, moved and taken out as they are', async () => {
  const helper = workshops.as(personas.helperOfBordeaux);
  const hours = (day: string) => ({ startsAt: `${day}T09:00:00Z`, endsAt: `${day}T12:00:00Z` });
  const plan = { placeId: await given.place(), needed: 1, skills: [], ...hours('2027-02-02') };
  const reply = await manager().command('scheduleShift', plan);
  const { id: shiftId } = answerOf<{ id: string }>(reply, 'scheduleShift');
  await helper.command('takeShift', { shiftId });
  const opened = await helper.command('openShiftFeed', {}, 'id token');
  const { id, token } = answerOf<{ id: string; token: string }>(opened, 'openShiftFeed');
  const read = async () => readBack(await workshops.app.get(ShowCalendar, { strict: false }).execute(token)).events;
  const [taken] = await read();
  expect(taken).toMatchObject({ title: 'Créneau d’équipe', location: 'Bordeaux', from: '2027-02-02T09:00:00.000Z' });
  await manager().command('moveShift', { shiftId, ...hours('2027-02-03') });
  const [moved] = await read();
  await helper.command('leaveShift', { shiftId });
  const [left] = await read();
  expect([moved, left]).toMatchObject([
    { from: '2027-02-03T09:00:00.000Z', status: 'CONFIRMED' },
    { status: 'CANCELLED' },
  ]);
  expect([taken, moved, left].map((entry) => entry?.uid)).toEqual([taken?.uid, taken?.uid, taken?.uid]);
  expect(taken?.sequence).toBeLessThan(Number(moved?.sequence));
  expect(moved?.sequence).toBeLessThan(Number(left?.sequence));
  expect((await manager().query('{ shiftFeeds { id } }')).data).toEqual({ shiftFeeds: [] });
  expect(await manager().command('revokeShiftFeed', { shiftFeedId: id })).toBeRefused('NOT_FOUND', 'input.shiftFeedId');
  await helper.command('revokeShiftFeed', { shiftFeedId: id });
  await expect(read()).rejects.toThrow('FEED_UNKNOWN');
});
