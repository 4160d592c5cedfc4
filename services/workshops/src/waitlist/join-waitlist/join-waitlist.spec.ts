import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { givenIn } from '../../../test/given.js';
import { lineOf, seatsOf } from '../../../test/line.js';
import { WorkshopsModule } from '../../workshops.module.js';

let workshops: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  workshops = await startForTest(WorkshopsModule);
  given = givenIn(workshops);
  await given.branch();
});
beforeEach(() => workshops.clock.set('2026-11-26T08:00:00.000Z'));
afterAll(() => workshops.stop());
const helper = () => workshops.as(personas.helperOfBordeaux);

it('offers a freed seat to whoever waited longest, and to nobody else', async () => {
  const { sessionId, enrolmentId, line } = await given.fullSession(2);
  await helper().command('cancelEnrolment', { enrolmentId });
  expect(await lineOf(workshops, sessionId)).toMatchObject([
    { id: line[0], state: 'OFFERED', offeredUntil: '2026-11-27T08:00:00.000Z' },
    { id: line[1], state: 'WAITLISTED', offeredUntil: null, offerToken: null },
  ]);
  expect(await seatsOf(workshops, sessionId)).toEqual({ seatsTaken: 0, seatsHeld: 1 });
  const passer = await helper().command('enrolInSession', { sessionId, beneficiaryId: await given.person() });
  expect(passer).toBeRefused('SESSION_FULL', 'input.sessionId');
});

it('announces the offer in ids alone, together with the seat that was freed', async () => {
  const { sessionId, enrolmentId, line } = await given.fullSession(1);
  const before = (await workshops.published()).length;
  await helper().command('cancelEnrolment', { enrolmentId });
  expect((await workshops.published()).slice(before)).toMatchObject([
    { type: 'workshops.enrolment-cancelled', data: { seatsTaken: 0 } },
    {
      type: 'workshops.seat-offered',
      branch: 'BX',
      data: { waitlistEntryId: line[0], sessionId, seriesId: null, sessionIds: [sessionId] },
    },
  ]);
});

it('holds a seat for six hours when the session is near, and never past its beginning', async () => {
  const near = await given.fullSession(1, { startsAt: '2026-11-28T08:00:00Z', endsAt: '2026-11-28T10:00:00Z' });
  await helper().command('cancelEnrolment', { enrolmentId: near.enrolmentId });
  expect(await lineOf(workshops, near.sessionId)).toMatchObject([{ offeredUntil: '2026-11-26T14:00:00.000Z' }]);
  const nearer = await given.fullSession(1, { startsAt: '2026-11-26T09:30:00Z', endsAt: '2026-11-26T10:00:00Z' });
  await helper().command('cancelEnrolment', { enrolmentId: nearer.enrolmentId });
  expect(await lineOf(workshops, nearer.sessionId)).toMatchObject([{ offeredUntil: '2026-11-26T09:30:00.000Z' }]);
});

it('offers new seats when a session gets some', async () => {
  const { sessionId, line } = await given.fullSession(3);
  const plan = { placeId: await given.place(), startsAt: '2026-12-01T09:00:00Z', endsAt: '2026-12-01T11:00:00Z' };
  await workshops.as(personas.managerOfBordeaux).command('changeSession', { sessionId, ...plan, seats: 3 });
  expect((await lineOf(workshops, sessionId)).map(({ id, state }) => [id, state])).toEqual([
    [line[0], 'OFFERED'],
    [line[1], 'OFFERED'],
    [line[2], 'WAITLISTED'],
  ]);
  expect(
    await workshops.as(personas.managerOfBordeaux).command('changeSession', { sessionId, ...plan, seats: 2 }),
  ).toBeRefused('SEATS_BELOW_OFFERED', 'input.seats');
});

it('lets nobody wait twice, wait while seated, or wait while there is a seat', async () => {
  const { sessionId } = await given.fullSession(0);
  const beneficiaryId = await given.person();
  await given.waiting({ sessionId, beneficiaryId });
  const join = (input: Record<string, unknown>) => helper().command('joinWaitlist', input);
  expect(await join({ sessionId, beneficiaryId })).toBeRefused('ALREADY_WAITING', 'input.beneficiaryId');
  const open = await given.session();
  expect(await join({ sessionId: open, beneficiaryId })).toBeRefused('SEAT_FREE');
  const seated = await given.person();
  const full = await given.session({ seats: 1 });
  await given.enrolment(full, seated);
  expect(await join({ sessionId: full, beneficiaryId: seated })).toBeRefused('ALREADY_ENROLLED', 'input.beneficiaryId');
  expect(await join({ beneficiaryId })).toBeRefused('NOTHING_TO_WAIT_FOR', 'input.sessionId');
});

it('hands the seat on when whoever was offered it leaves the line', async () => {
  const { sessionId, enrolmentId, line } = await given.fullSession(2);
  await helper().command('cancelEnrolment', { enrolmentId });
  await helper().command('leaveWaitlist', { waitlistEntryId: line[0] });
  expect(await lineOf(workshops, sessionId)).toMatchObject([{ id: line[1], state: 'OFFERED' }]);
  expect(await helper().command('leaveWaitlist', { waitlistEntryId: line[0] })).toBeRefused('NOT_WAITING');
});

it('ends the line of a session that is called off', async () => {
  const { sessionId, enrolmentId } = await given.fullSession(2);
  await helper().command('cancelEnrolment', { enrolmentId });
  const manager = workshops.as(personas.managerOfBordeaux);
  await manager.command('cancelSession', { sessionId, reason: 'Intervenante souffrante' });
  expect(await lineOf(workshops, sessionId)).toEqual([]);
  expect(await seatsOf(workshops, sessionId)).toEqual({ seatsTaken: 0, seatsHeld: 0 });
});

it('shows the line to nobody of another branch, and to no prescriber', async () => {
  const { sessionId } = await given.fullSession(1);
  const asked = `{ session(id: "${sessionId}") { waitlist { items { id } } } }`;
  expect(await workshops.as(personas.managerOfLille).query(asked)).toBeRefused('NOT_FOUND', 'id');
  expect((await workshops.as(personas.prescriberOfBordeaux).query(asked)).errors).toMatchObject([
    { path: ['session', 'waitlist'], extensions: { code: 'FORBIDDEN' } },
  ]);
});
