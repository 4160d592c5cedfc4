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

const DURING = '2026-12-01T10:00:00Z';
const typesOf = (events: { type: string }[]) => events.map((event) => event.type.replace('workshops.', ''));

it('counts one act for each person seen, stamped with their classes, and takes them back when reopened', async () => {
  workshops.clock.set('2026-11-26T08:00:00Z');
  const sessionId = await given.session();
  const seen = await given.enrolment(sessionId, await given.person({ gender: 'FEMALE' }));
  const absent = await given.enrolment(sessionId);
  workshops.clock.set(DURING);
  const helper = workshops.as(personas.helperOfBordeaux);
  await helper.command('markAttendance', { enrolmentId: seen, attendance: 'SEEN' });
  await helper.command('markAttendance', { enrolmentId: absent, attendance: 'NOSHOW' });
  const before = (await workshops.published()).length;
  const reply = await helper.command('closeSession', { sessionId }, 'state');
  expect(reply.data).toEqual({ closeSession: { state: 'CLOSED' } });
  const counted = (await workshops.published()).slice(before);
  expect(typesOf(counted)).toEqual(['session-closed', 'support-act-recorded']);
  expect(counted[0]?.data).toMatchObject({ seats: 8, enrolled: 2, seen: 1, minutes: 120 });
  expect(counted[1]?.data['after']).toMatchObject({
    solution: 'COURSE',
    occurredOn: '2026-12-01',
    minutes: 120,
    classes: { gender: 'FEMALE' },
  });
  const reopened = await workshops
    .as(personas.managerOfBordeaux)
    .command('reopenSession', { sessionId, reason: 'Erreur de pointage' }, 'state');
  expect(reopened.data).toEqual({ reopenSession: { state: 'SCHEDULED' } });
  expect(typesOf((await workshops.published()).slice(before + 2))).toEqual(['session-reopened', 'support-act-voided']);
});

it('keeps attendance shut until a quarter of an hour before the start', async () => {
  workshops.clock.set('2026-11-26T08:00:00Z');
  const enrolmentId = await given.enrolment(await given.session());
  workshops.clock.set('2026-12-01T08:44:59Z');
  const early = await workshops
    .as(personas.helperOfBordeaux)
    .command('markAttendance', { enrolmentId, attendance: 'SEEN' });
  expect(early).toBeRefused('SESSION_NOT_STARTED');
  workshops.clock.set('2026-12-01T08:45:00Z');
  const onTime = await workshops
    .as(personas.helperOfBordeaux)
    .command('markAttendance', { enrolmentId, attendance: 'SEEN' }, 'attendance');
  expect(onTime.data).toEqual({ markAttendance: { attendance: 'SEEN' } });
});

it('refuses a tap on a row that somebody else has just changed', async () => {
  workshops.clock.set('2026-11-26T08:00:00Z');
  const enrolmentId = await given.enrolment(await given.session());
  workshops.clock.set(DURING);
  const helper = workshops.as(personas.helperOfBordeaux);
  await helper.command('markAttendance', { enrolmentId, attendance: 'SEEN', expectedVersion: 1 });
  const slower = await helper.command('markAttendance', { enrolmentId, attendance: 'NOSHOW', expectedVersion: 1 });
  expect(slower).toBeRefused('ATTENDANCE_CHANGED', 'input.expectedVersion');
});
