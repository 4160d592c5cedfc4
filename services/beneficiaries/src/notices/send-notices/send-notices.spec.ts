import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { idInLink } from '#access';
import { happened, OfferAccepted } from '#events';
import { personas } from '#testing';
import { createInbox } from '../../../../../deploy/local/inbox/inbox.ts';
import { startWithInbox } from '../../../test/notices.js';
import type { GivenSession } from '../../../test/seats.js';
import { NoticeSettings } from '../notice-settings.js';

const MORNING = '2026-11-26T08:00:00.000Z';
let world: Awaited<ReturnType<typeof startWithInbox>>;
beforeAll(async () => {
  world = await startWithInbox(createInbox(), MORNING);
});
beforeEach(() => world.service.clock.set(MORNING));
afterAll(() => world.stop());

const calendarOf = (mail: { files?: readonly { text: string }[] } | undefined) =>
  new ICAL.Component(ICAL.parse(mail?.files?.[0]?.text ?? '') as unknown[]);
const course = async () => {
  const sessions: GivenSession[] = [];
  for (const day of ['01', '03', '04', '08', '10', '11', '15', '17', '18'])
    sessions.push(await world.seats.session(`2026-12-${day}T09:00:00.000Z`));
  return sessions;
};

it('tells a whole course once: its nine dates, the one that moves, the one that is off, and each the day before last', async () => {
  const { seats, someone, sendAt, sendSoon, mailsTo } = world;
  const [first, second, third, ...others] = await course();
  if (!first || !second || !third) throw new Error('a course has nine sessions');
  const { id, email } = await someone();
  await seats.enrol(id, first, second, third, ...others);
  await sendSoon();
  await sendSoon();
  expect(mailsTo(email).map(({ subject }) => subject)).toEqual([
    'Votre place est réservée – 9 dates à partir du 1 décembre',
  ]);
  const confirmed = calendarOf(mailsTo(email)[0]);
  expect([confirmed.getFirstPropertyValue('method'), confirmed.getAllSubcomponents('vevent').length]).toEqual([
    'REQUEST',
    9,
  ]);

  await seats.move(second, '2026-12-02T13:00:00.000Z');
  await sendSoon();
  const moved = calendarOf(mailsTo(email)[1]).getFirstSubcomponent('vevent');
  expect(mailsTo(email)[1]?.subject).toBe('Votre séance change – 2 décembre');
  expect(moved?.getFirstPropertyValue('sequence')).toBe(1);

  await seats.callOff(third);
  await sendSoon();
  const off = calendarOf(mailsTo(email)[2]);
  expect(off.getFirstPropertyValue('method')).toBe('CANCEL');
  expect(off.getFirstSubcomponent('vevent')?.getFirstPropertyValue('uid')).toBe(
    confirmed.getAllSubcomponents('vevent')[2]?.getFirstPropertyValue('uid'),
  );

  for (const day of ['28', '29', '30']) await sendAt(`2026-11-${day}T09:30:00.000Z`);
  for (let day = 1; day <= 18; day += 1) await sendAt(`2026-12-${String(day).padStart(2, '0')}T09:30:00.000Z`);
  const reminded = mailsTo(email).slice(3);
  expect(reminded.map(({ subject }) => subject)).toEqual(
    [1, 2, 8, 10, 11, 15, 17, 18].map((day) => `Rappel de votre séance – ${day} décembre`),
  );
});

it('tells of a seat that is offered with a link that answers it, and not once it is answered', async () => {
  const { service, seats, someone, sendSoon, mailsTo, ledgerOf } = world;
  const session = await seats.session('2026-12-07T09:00:00.000Z');
  const [waiting, quick] = [await someone(), await someone()];
  const offer = await seats.offer(waiting.id, '2026-11-27T08:00:00.000Z', session);
  const answered = await seats.offer(quick.id, '2026-11-27T08:00:00.000Z', session);
  const { offeredUntil: _, ...accepted } = { ...answered, offeredUntil: '' };
  await service.deliver(happened(OfferAccepted, { branch: 'BX', at: service.clock.now(), data: accepted }));
  await sendSoon();
  const [mail] = mailsTo(waiting.email);
  const token = /\/offers#(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  expect(idInLink(token, service.app.get(NoticeSettings).offerKey)).toBe(offer.offerId);
  expect(mailsTo(quick.email)).toEqual([]);
  expect(await ledgerOf(quick.id)).toMatchObject([{ kind: 'OFFER', state: 'HELD_BACK', why: 'OVER' }]);
});

it('goes the way a person chose, and not at all to those who chose none or want to be called', async () => {
  const { service, seats, someone, sendSoon, mailsTo, ledgerOf } = world;
  const session = await seats.session('2026-12-07T09:00:00.000Z');
  const texted = await someone({ phone: '0612345601', contactPreference: 'SMS' });
  const silent = await someone({ contactPreference: 'NONE' });
  const called = await someone({ phone: '0612345602', contactPreference: 'CALL' });
  for (const { id } of [texted, silent, called]) await seats.enrol(id, session);
  await sendSoon();
  expect(mailsTo('+33612345601').map(({ text }) => text)).toEqual([
    'Votre place est réservée\u00a0: lun. 7 déc. à 10\u00a0h, Bordeaux.',
  ]);
  expect(await ledgerOf(texted.id)).toMatchObject([{ state: 'DELIVERED', channel: 'SMS' }]);
  expect(await ledgerOf(silent.id)).toMatchObject([{ state: 'HELD_BACK', why: 'NOT_WANTED' }]);
  expect(await ledgerOf(called.id)).toMatchObject([{ state: 'HELD_BACK', why: 'CALL_WANTED' }]);
  expect([...mailsTo(silent.email), ...mailsTo(called.email)]).toEqual([]);
  const counts = await service
    .as(personas.managerOfBordeaux)
    .query(
      `{ _entities(representations: [{ __typename: "Session", id: "${session.sessionId}" }]) { ... on Session { noticeCounts { kind state count } } } }`,
    );
  expect(counts.data?.['_entities']).toEqual([
    { noticeCounts: expect.arrayContaining([{ kind: 'CONFIRMATION', state: 'DELIVERED', count: 1 }]) },
  ]);
});

it('stops what waits when a person wants no message any more, objects to reminders, or is set aside', async () => {
  const { service, seats, someone, sendAt, sendSoon, mailsTo, ledgerOf } = world;
  const manager = service.as(personas.managerOfBordeaux);
  const session = await seats.session('2026-12-07T09:00:00.000Z');
  const [objecting, aside] = [await someone(), await someone()];
  const [seat] = await seats.enrol(objecting.id, session);
  await seats.enrol(aside.id, session);
  await manager.command('restrictBeneficiary', {
    id: aside.id,
    expectedVersion: 1,
    reason: 'à sa demande',
    restrictionGround: 'UNLAWFUL',
  });
  await sendSoon();
  await manager.command('noteObjection', { id: objecting.id, expectedVersion: 1, reason: 'à sa demande' });
  await sendAt('2026-12-05T09:30:00.000Z');
  await seats.giveBack(objecting.id, seat ?? '', session);
  await sendSoon();
  expect(mailsTo(aside.email)).toEqual([]);
  expect(mailsTo(objecting.email).map(({ subject }) => subject)).toEqual([
    'Votre place est réservée – 7 décembre',
    'Votre séance est annulée – 7 décembre',
  ]);
  expect(await ledgerOf(objecting.id)).toContainEqual(expect.objectContaining({ kind: 'REMINDER', why: 'OBJECTED' }));
});

it('wakes nobody: what comes in the night of the branch goes in its morning, but for an offer that would be lost', async () => {
  const { service, seats, someone, sendAt, sendSoon, mailsTo } = world;
  const session = await seats.session('2026-12-07T09:00:00.000Z');
  const [asleep, offered] = [await someone(), await someone()];
  service.clock.set('2026-11-26T21:00:00.000Z');
  await seats.enrol(asleep.id, session);
  await seats.offer(offered.id, '2026-11-27T03:00:00.000Z', session);
  await sendSoon();
  expect([mailsTo(asleep.email).length, mailsTo(offered.email).length]).toEqual([0, 1]);
  await sendAt('2026-11-27T06:59:00.000Z');
  expect(mailsTo(asleep.email)).toEqual([]);
  await sendAt('2026-11-27T07:00:30.000Z');
  expect(mailsTo(asleep.email).length).toBe(1);
});
