import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { signRequest } from '#access';
import { BeneficiaryRestricted, happened } from '#events';
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

/** As the gateway hands a link on: in its own name, for somebody without a sign-in. */
const byLink = async (wanted: string, token: string) => {
  const body = JSON.stringify({ token, do: wanted });
  const signature = signRequest({
    secret: workshops.config.subgraphSecret,
    body,
    timestamp: Date.now(),
    nonce: randomUUID(),
  });
  const response = await workshops.app.inject({
    method: 'POST',
    url: '/offers',
    payload: body,
    headers: {
      'content-type': 'application/json',
      'x-passerelle-service': 'gateway',
      'x-passerelle-signature': signature,
    },
  });
  return response.json<{ errors?: { message: string }[] } & Record<string, unknown>>();
};
const refusalOf = (answer: { errors?: { message: string }[] }) => answer.errors?.[0]?.message;
const givenOffer = async (waiting = 1) => {
  const full = await given.fullSession(waiting, { room: 'Salle 1' });
  await helper().command('cancelEnrolment', { enrolmentId: full.enrolmentId });
  const [first] = await lineOf(workshops, full.sessionId);
  return { ...full, token: first?.offerToken ?? '', entryId: first?.id ?? '' };
};

it('enrols a person whose offer staff accepts for them', async () => {
  const { sessionId, entryId } = await givenOffer();
  expect(await helper().command('acceptOffer', { waitlistEntryId: entryId }, 'state beneficiary { id }')).toMatchObject(
    { data: { acceptOffer: { state: 'CONFIRMED' } } },
  );
  expect(await seatsOf(workshops, sessionId)).toEqual({ seatsTaken: 1, seatsHeld: 0 });
  expect((await workshops.published()).slice(-2).map(({ type }) => type)).toEqual([
    'workshops.offer-accepted',
    'workshops.enrolment-confirmed',
  ]);
});

it('shows whoever holds a link when and where, and nothing of anybody', async () => {
  const { token } = await givenOffer();
  expect(await byLink('show', token)).toEqual({
    title: 'Ma messagerie',
    city: 'Bordeaux',
    zone: 'Europe/Paris',
    offeredUntil: '2026-11-27T08:00:00.000Z',
    sessions: [{ startsAt: '2026-12-01T09:00:00.000Z', endsAt: '2026-12-01T11:00:00.000Z', room: 'Salle 1' }],
  });
});

it('takes the answer of a link once', async () => {
  const { sessionId, token } = await givenOffer();
  expect(await byLink('accept', token)).toEqual({ answered: 'accept' });
  expect(await seatsOf(workshops, sessionId)).toEqual({ seatsTaken: 1, seatsHeld: 0 });
  expect(refusalOf(await byLink('accept', token))).toBe('OFFER_USED');
  expect(refusalOf(await byLink('decline', token))).toBe('OFFER_USED');
  expect(refusalOf(await byLink('show', token))).toBe('OFFER_USED');
});

it('takes one answer of a link that is clicked twice at once', async () => {
  const { sessionId, token } = await givenOffer();
  const answers = await Promise.all(Array.from({ length: 5 }, () => byLink('accept', token)));
  expect(answers.map((answer) => refusalOf(answer) ?? 'accepted').sort()).toEqual([
    ...Array.from({ length: 4 }, () => 'OFFER_USED'),
    'accepted',
  ]);
  expect(await seatsOf(workshops, sessionId)).toEqual({ seatsTaken: 1, seatsHeld: 0 });
});

it('refuses a link that is late, forged, or of an offer that is gone', async () => {
  const { entryId, token } = await givenOffer();
  const [id = '', signature = ''] = token.split('.');
  const forged = [`${id}.${signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))}`, id, 'x', `${id}.`];
  for (const wrong of forged) expect(refusalOf(await byLink('accept', wrong))).toBe('OFFER_FORGED');
  workshops.clock.set('2026-11-27T08:00:00.000Z');
  expect(refusalOf(await byLink('accept', token))).toBe('OFFER_LAPSED');
  expect(refusalOf(await byLink('show', token))).toBe('OFFER_LAPSED');
  workshops.clock.set('2026-11-26T09:00:00.000Z');
  await helper().command('leaveWaitlist', { waitlistEntryId: entryId });
  expect(refusalOf(await byLink('accept', token))).toBe('NO_OFFER');
});

it('answers no link for somebody who is signed in, nor for whoever is not the gateway', async () => {
  const { token } = await givenOffer();
  const body = Buffer.from(JSON.stringify({ token, do: 'accept' }));
  const answer = await helper().post<{ errors: { message: string }[] }>('/offers', body, 'application/json');
  expect(refusalOf(answer)).toBe('FORBIDDEN');
});

it('enrols nobody whose record was set aside while they waited', async () => {
  const beneficiaryId = await given.person();
  const { sessionId, enrolmentId } = await given.fullSession(0);
  await given.waiting({ sessionId, beneficiaryId });
  await helper().command('cancelEnrolment', { enrolmentId });
  const [place] = await lineOf(workshops, sessionId);
  await workshops.deliver(
    happened(BeneficiaryRestricted, {
      branch: 'BX',
      at: workshops.clock.now(),
      data: { beneficiaryId, occurredOn: '2026-11-26', ground: 'LEGAL_CLAIM' },
    }),
  );
  const reply = await helper().command('acceptOffer', { waitlistEntryId: place?.id });
  expect(reply).toBeRefused('BENEFICIARY_RESTRICTED');
  expect(await seatsOf(workshops, sessionId)).toEqual({ seatsTaken: 0, seatsHeld: 1 });
});

it('passes a declined seat on to the next in line', async () => {
  const { sessionId, line, token } = await givenOffer(2);
  await byLink('decline', token);
  expect(await lineOf(workshops, sessionId)).toMatchObject([{ id: line[1], state: 'OFFERED' }]);
});

it('never confirms more people than there are seats, whatever the race', async () => {
  const { sessionId, line } = await given.fullSession(200);
  const plan = { placeId: await given.place(), startsAt: '2026-12-01T09:00:00Z', endsAt: '2026-12-01T11:00:00Z' };
  await workshops.as(personas.managerOfBordeaux).command('changeSession', { sessionId, ...plan, seats: 9 });
  const replies = await Promise.all(
    line.map((waitlistEntryId) => helper().command('acceptOffer', { waitlistEntryId })),
  );
  expect(replies.filter((reply) => reply.data?.['acceptOffer'])).toHaveLength(8);
  for (const refused of replies.filter((reply) => reply.errors)) expect(refused).toBeRefused('NO_OFFER');
  expect(await seatsOf(workshops, sessionId)).toEqual({ seatsTaken: 9, seatsHeld: 0 });
}, 120_000);
