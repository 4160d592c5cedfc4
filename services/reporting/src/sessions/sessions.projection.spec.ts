import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  CourseOutcomeChanged,
  EnrolmentCancelled,
  EnrolmentConfirmed,
  type Fact,
  HoursRecorded,
  happened,
  SessionCancelled,
  SessionChanged,
  SessionClosed,
  SessionReopened,
  SessionScheduled,
} from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { findWrongCells } from '../projection/fold.js';
import { ReportingModule } from '../reporting.module.js';

let reporting: TestService;
beforeAll(async () => {
  reporting = await startForTest(ReportingModule);
});
afterAll(() => reporting.stop());

const AT = new Date('2026-03-20T08:00:00Z');
const [here, there] = [randomUUID(), randomUUID()].sort() as [string, string];
const plan = (more: Record<string, unknown> = {}) => ({
  ...{ placeId: here, startsAt: '2026-03-10T09:00:00Z', endsAt: '2026-03-10T11:00:00Z', occurredOn: '2026-03-10' },
  ...{ seats: 8, seatsTaken: 0, level: 'BEGINNER' as const, themes: ['EMAIL' as const] },
  ...more,
});
const of = (branch: string) => ({
  scheduled: (sessionId: string) =>
    happened(SessionScheduled, {
      ...{ branch, at: AT },
      data: { sessionId, workshopId: randomUUID(), afterTheFact: false, after: plan() },
    }),
  seat: (sessionId: string) => {
    const data = { sessionId, enrolmentId: randomUUID(), beneficiaryId: randomUUID(), occurredOn: '2026-03-10' };
    return happened(EnrolmentConfirmed, { branch, at: AT, data: { ...data, seatsTaken: 1, placeId: here } });
  },
  hours: (helperId: string, before: number, after: number, placeId = here): Fact =>
    happened(HoursRecorded, {
      ...{ branch, at: AT },
      data: { shiftId: randomUUID(), dutyId: randomUUID(), occurredOn: '2026-03-10', before, after, placeId, helperId },
    }),
});

async function table(by: 'BRANCH' | 'PLACE', of: string[], input: Record<string, unknown> = {}) {
  const reply = await reporting.as(personas.coordinator).query(
    `query ($input: FiguresInput!, $of: [FigureCode!]!, $by: FigureTableBy!) {
       figures(input: $input) { table(of: $of, by: $by) { branch { code } place { id } values } figures(of: $of) { value unit } } }`,
    { input: { from: '2026-03-01', to: '2026-03-31', ...input }, of, by },
  );
  if (!reply.data) throw new Error(JSON.stringify(reply));
  const { table: rows, figures } = reply.data['figures'] as {
    table: { branch: { code: string } | null; place: { id: string } | null; values: (number | null)[] }[];
    figures: { value: number | null; unit: string }[];
  };
  return {
    rows: Object.fromEntries(rows.map(({ branch, place, values }) => [branch?.code ?? place?.id ?? 'none', values])),
    whole: figures.map(({ value }) => value),
    units: figures.map(({ unit }) => unit),
  };
}

it('follows filled seats through a move, a place given back and a session called off', async () => {
  const { scheduled, seat } = of('BX');
  const [moved, calledOff] = [randomUUID(), randomUUID()];
  const back = seat(moved);
  await reporting.deliver(scheduled(moved), scheduled(calledOff), back, seat(moved), seat(calledOff));
  const left = { ...(back.data as EnrolmentConfirmed['data']), before: 'UNKNOWN' as const, seatsTaken: 1 };
  await reporting.deliver(
    happened(EnrolmentCancelled, { branch: 'BX', at: AT, data: left }),
    happened(SessionChanged, {
      ...{ branch: 'BX', at: AT },
      data: {
        sessionId: moved,
        before: plan({ seatsTaken: 1 }),
        after: plan({ seatsTaken: 1, placeId: there, occurredOn: '2026-04-02' }),
      },
    }),
    happened(SessionCancelled, {
      ...{ branch: 'BX', at: AT },
      data: { sessionId: calledOff, before: plan({ seatsTaken: 1 }), enrolled: 1 },
    }),
  );
  const filled = ['SEATS_OFFERED', 'SEATS_FILLED', 'SEAT_FILL_RATE'];
  expect((await table('PLACE', filled)).rows).toEqual({});
  const april = await table('PLACE', filled, { from: '2026-04-01', to: '2026-04-30' });
  expect(april.rows).toEqual({ [there]: [8, 1, 0.125] });
  expect(april.whole).toEqual([8, 1, 0.125]);
});

it('tells attendance, courses, waits and resources by branch and place, as known on an instant too, and takes them back', async () => {
  const day = { occurredOn: '2026-03-12', placeId: here };
  const closed = (sessionId: string, firstSessions: SessionClosed['data']['firstSessions']) => ({
    ...{ sessionId, ...day, seats: 8, enrolled: 4, seen: 3, minutes: 120, noShows: 1, resources: 2, firstSessions },
  });
  const sessionId = randomUUID();
  const outcome = { ...day, people: 4, completed: 3 };
  await reporting.deliver(
    happened(SessionClosed, {
      ...{ branch: 'LI', at: AT },
      data: closed(sessionId, [{ ...day, people: 3, days: 30 }]),
    }),
    happened(CourseOutcomeChanged, {
      ...{ branch: 'LI', at: AT },
      data: { seriesId: randomUUID(), before: null, after: outcome },
    }),
  );
  const all = ['ATTENDANCE_RATE', 'NO_SHOW_RATE', 'COURSE_COMPLETION_RATE', 'DAYS_TO_FIRST_SESSION', 'RESOURCES_USED'];
  const values = [0.75, 0.25, 0.75, 10, 2];
  const known = reporting.clock.now().toISOString();
  for (const asOf of [null, known]) {
    expect((await table('BRANCH', all, { asOf })).rows).toEqual({ LI: values });
    expect((await table('PLACE', all, { asOf })).rows).toEqual({ [here]: values });
  }
  expect((await table('PLACE', all)).units).toEqual(['RATE', 'RATE', 'RATE', 'DAYS', 'COUNT']);
  // Of two of the three it was no longer the first when it was reopened.
  const undone = closed(sessionId, [{ ...day, people: -1, days: -12 }]);
  await reporting.deliver(happened(SessionReopened, { branch: 'LI', at: AT, data: undone }));
  const codes = ['ATTENDANCE_EXPECTED', 'NO_SHOWS', 'RESOURCES_USED', 'FIRST_SESSIONS', 'FIRST_SESSION_DAYS'];
  expect((await table('BRANCH', codes)).rows).toEqual({ LI: [0, 0, 0, 2, 18] });
});

it('counts a helper once however often and wherever they helped, and not at all once their hours are taken back', async () => {
  const [gil, una] = [randomUUID(), randomUUID()];
  const [lyon, lille] = [of('LY'), of('LI')];
  await reporting.deliver(
    lyon.hours(gil, 0, 120),
    lyon.hours(gil, 0, 60, there),
    lille.hours(gil, 0, 60),
    lyon.hours(una, 0, 90),
    lyon.hours(una, 90, 0),
  );
  const of3 = ['ACTIVE_HELPERS', 'HELPER_MINUTES'];
  expect(await table('BRANCH', of3)).toMatchObject({ rows: { LI: [1, 60], LY: [1, 180] }, whole: [1, 240] });
  expect((await table('PLACE', of3)).rows).toEqual({ [here]: [1, 180], [there]: [1, 60] });
  expect(await reporting.tables((tx) => findWrongCells(tx, 'reporting_v1'))).toEqual([]);
});
