import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { BeneficiaryErased, happened } from '#events';
import { lockAggregate } from '#messaging';
import { personas, startForTest, type TestService } from '#testing';
import { givenIn } from '../../../test/given.js';
import { lineOf, seatsOf } from '../../../test/line.js';
import { WorkshopsModule } from '../../workshops.module.js';
import { PassOnOffers } from './pass-on-offers.js';

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

const passOn = () => workshops.app.get(PassOnOffers, { strict: false }).execute();
const givenOffer = async (waiting: number) => {
  const full = await given.fullSession(waiting);
  await helper().command('cancelEnrolment', { enrolmentId: full.enrolmentId });
  return full;
};
const since = async (before: number) => (await workshops.published()).slice(before).map(({ type }) => type);

it('passes an offer that nobody answered on to the next, once', async () => {
  const { sessionId, line } = await givenOffer(3);
  await passOn();
  expect(await lineOf(workshops, sessionId)).toMatchObject([{ id: line[0], state: 'OFFERED' }, {}, {}]);
  workshops.clock.set('2026-11-27T08:00:00.000Z');
  const before = (await workshops.published()).length;
  await Promise.all([passOn(), passOn(), passOn()]);
  await passOn();
  expect(await lineOf(workshops, sessionId)).toMatchObject([
    { id: line[1], state: 'OFFERED', offeredUntil: '2026-11-28T08:00:00.000Z' },
    { id: line[2], state: 'WAITLISTED' },
  ]);
  expect(await since(before)).toEqual(['workshops.offer-lapsed', 'workshops.seat-offered']);
});

it('goes past a line that somebody is at, and finds it again', async () => {
  const held = await givenOffer(1);
  const free = await givenOffer(1);
  workshops.clock.set('2026-11-27T08:00:00.000Z');
  await workshops.tables(async (tx) => {
    await lockAggregate(tx, 'workshops.sessions', held.sessionId);
    await passOn();
  });
  expect(await lineOf(workshops, held.sessionId)).toHaveLength(1);
  expect(await lineOf(workshops, free.sessionId)).toEqual([]);
  await passOn();
  expect(await lineOf(workshops, held.sessionId)).toEqual([]);
});

it('lapses nothing twice when the clock is set back', async () => {
  const { sessionId, line } = await givenOffer(2);
  workshops.clock.set('2026-11-27T08:00:00.000Z');
  await passOn();
  workshops.clock.set('2026-11-26T08:30:00.000Z');
  await passOn();
  expect(await lineOf(workshops, sessionId)).toMatchObject([{ id: line[1], state: 'OFFERED' }]);
});

it('ends the line when the session begins, and offers nothing any more', async () => {
  const { sessionId } = await givenOffer(3);
  workshops.clock.set('2026-12-01T09:00:00.000Z');
  await passOn();
  expect(await lineOf(workshops, sessionId)).toEqual([]);
  expect(await seatsOf(workshops, sessionId)).toEqual({ seatsTaken: 0, seatsHeld: 0 });
  expect(await helper().command('joinWaitlist', { sessionId, beneficiaryId: await given.person() })).toBeRefused(
    'WAITLIST_OVER',
    'input.sessionId',
  );
});

it('fills a course of nine sessions from its line: the first does not answer in six hours, the second does', async () => {
  const { seriesId, sessionIds } = await given.series();
  const people: string[] = [];
  while (people.length < 8) people.push(await given.person());
  for (const beneficiaryId of people) await helper().command('enrolInSeries', { seriesId, beneficiaryId });
  const late = await helper().command('enrolInSeries', { seriesId, beneficiaryId: await given.person() });
  expect(late).toBeRefused('SERIES_FULL', 'input.seriesId');
  const first = await given.waiting({ seriesId });
  const second = await given.waiting({ seriesId });
  const third = await given.waiting({ seriesId });
  // Thirty hours before the first session, at 9:30 on 1 December in Bordeaux.
  workshops.clock.set('2026-11-30T02:30:00.000Z');
  await helper().command('leaveSeries', { seriesId, beneficiaryId: people[0] });
  workshops.clock.set('2026-11-30T08:30:00.000Z');
  await passOn();
  expect(await helper().command('acceptOffer', { waitlistEntryId: first })).toBeRefused('OFFER_LAPSED');
  expect(await helper().command('acceptOffer', { waitlistEntryId: third })).toBeRefused('NO_OFFER');
  expect(await helper().command('acceptOffer', { waitlistEntryId: second }, 'state')).toMatchObject({
    data: { acceptOffer: { state: 'CONFIRMED' } },
  });
  for (const sessionId of sessionIds)
    expect(await seatsOf(workshops, sessionId)).toEqual({ seatsTaken: 8, seatsHeld: 0 });
});

it('offers a whole course only when each of its sessions has a seat', async () => {
  const pattern = { firstDay: '2026-12-01', weekdays: [2, 4], weeks: 1, startsAt: '09:30', minutes: 120 };
  const { seriesId, sessionIds } = await given.series({ pattern, seats: 1 });
  const [one = '', two = ''] = sessionIds;
  const enrolments = [await given.enrolment(one), await given.enrolment(two)];
  const whole = await given.waiting({ seriesId });
  const alone = await given.waiting({ sessionId: two });
  await helper().command('cancelEnrolment', { enrolmentId: enrolments[1] });
  expect(await lineOf(workshops, two)).toMatchObject([{ id: alone, state: 'OFFERED' }]);
  await helper().command('declineOffer', { waitlistEntryId: alone });
  await helper().command('cancelEnrolment', { enrolmentId: enrolments[0] });
  expect(await helper().command('acceptOffer', { waitlistEntryId: whole }, 'state')).toMatchObject({
    data: { acceptOffer: { state: 'CONFIRMED' } },
  });
});

it('hands on the seat of somebody who is erased', async () => {
  const { sessionId, line } = await givenOffer(2);
  const [{ beneficiary_id: beneficiaryId = '' } = {}]: { beneficiary_id?: string }[] = await workshops.tables((tx) =>
    tx.query('SELECT beneficiary_id FROM waitlist_entry WHERE id = $1', [line[0]]),
  );
  await workshops.deliver(
    happened(BeneficiaryErased, {
      branch: 'BX',
      at: workshops.clock.now(),
      data: { beneficiaryId, occurredOn: '2026-11-26', ground: 'ASKED_BY_PERSON' },
    }),
  );
  await passOn();
  expect(await lineOf(workshops, sessionId)).toMatchObject([{ id: line[1], state: 'OFFERED' }]);
});
