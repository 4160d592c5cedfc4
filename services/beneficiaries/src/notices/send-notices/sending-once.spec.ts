import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { personas } from '#testing';
import { createInbox } from '../../../../../deploy/local/inbox/inbox.ts';
import { startWithInbox } from '../../../test/notices.js';
import { Carriers } from '../carriers/carriers.js';
import { NotTaken } from '../carriers/sms.js';
import { NoticeSettings } from '../notice-settings.js';
import { claimDue } from './due-notices.js';
import { SendNotices } from './send-notices.js';

const MORNING = '2026-11-26T08:00:00.000Z';
let world: Awaited<ReturnType<typeof startWithInbox>>;
beforeAll(async () => {
  world = await startWithInbox(createInbox(), MORNING);
});
beforeEach(() => world.service.clock.set(MORNING));
afterAll(() => world.stop());

it('never sends again what whoever sent it did not live to write down, nor twice when two look at once', async () => {
  const { service, seats, someone, sendAt, mailsTo, ledgerOf } = world;
  const session = await seats.session('2026-12-07T09:00:00.000Z');
  const lost = await someone();
  const raced: { id: string; email: string }[] = [];
  for (let n = 0; n < 12; n += 1) raced.push(await someone());
  await seats.enrol(lost.id, session);
  service.clock.set('2026-11-26T08:00:30.000Z');
  await service.tables((tx) => claimDue(tx, service.app.get(NoticeSettings), service.clock.now()));
  for (const { id } of raced) await seats.enrol(id, session);
  service.clock.set('2026-11-26T08:01:00.000Z');
  const sender = service.app.get(SendNotices);
  const claim = () => service.tables((tx) => claimDue(tx, service.app.get(NoticeSettings), service.clock.now()));
  const overtaken = await service
    .tables(async (tx) => {
      await claimDue(tx, service.app.get(NoticeSettings), service.clock.now());
      // Somebody else looks while the first has not committed, who then dies.
      throw Object.assign(new Error('died'), { second: await claim() });
    })
    .catch((error: { second?: { seen: number } }) => error.second?.seen);
  expect(overtaken).toBe(0);
  await Promise.all(Array.from({ length: 6 }, () => sender.execute()));
  await sendAt('2026-11-26T08:10:00.000Z');
  expect(mailsTo(lost.email)).toEqual([]);
  expect(raced.map(({ email }) => mailsTo(`<${email}>`).length)).toEqual(raced.map(() => 1));
  expect(await ledgerOf(lost.id)).toMatchObject([{ state: 'FAILED', why: 'UNCERTAIN' }]);
});

it('tries again what no carrier took, under the same name, and gives up what is turned down or perhaps gone', async () => {
  const { service, seats, someone, sendAt, sendSoon, mailsTo, ledgerOf } = world;
  const carriers = service.app.get(Carriers);
  const session = await seats.session('2026-12-07T09:00:00.000Z');
  const answers: Record<string, () => Error> = {
    away: () => new NotTaken(true),
    no: () => new NotTaken(false),
    cut: () => new Error('cut'),
  };
  const tried: string[] = [];
  const ids: Record<string, string> = {};
  for (const how of Object.keys(answers)) {
    ids[how] = (await someone({ email: `${how}@example.org` })).id;
    await seats.enrol(ids[how] ?? '', session);
  }
  const usual = carriers.for.bind(carriers);
  carriers.for = () => (message) => {
    tried.push(`${message.to} ${message.reference}`);
    return Promise.reject(answers[message.to.split('@')[0] ?? '']?.() ?? new Error('nobody'));
  };
  await sendSoon();
  carriers.for = usual;
  await sendAt('2026-11-26T08:05:00.000Z');
  const [mail] = mailsTo('away@example.org');
  expect(mail?.id).toBe(`<${tried.find((one) => one.startsWith('away'))?.split(' ')[1]}@passerelle>`);
  expect(await ledgerOf(ids['away'] ?? '')).toMatchObject([{ state: 'SENT', why: null }]);
  expect(await ledgerOf(ids['no'] ?? '')).toMatchObject([{ state: 'FAILED', why: 'TURNED_DOWN' }]);
  expect(await ledgerOf(ids['cut'] ?? '')).toMatchObject([{ state: 'FAILED', why: 'UNCERTAIN' }]);
  expect(tried.length).toBe(3);
});

it('says nothing of what was heard of a day late, of a session that is over, or of somebody erased', async () => {
  const { service, seats, someone, sendSoon, mailsTo, ledgerOf } = world;
  const [past, next] = [
    await seats.session('2026-11-26T07:00:00.000Z'),
    await seats.session('2026-12-07T09:00:00.000Z'),
  ];
  const [{ id, email }, absent] = [await someone(), await someone()];
  await seats.enrol(absent.id, past);
  service.clock.set('2026-11-24T08:00:00.000Z');
  const late = seats.enrol(absent.id, next);
  service.clock.set(MORNING);
  await late;
  await seats.enrol(id, await seats.session('2026-12-08T09:00:00.000Z'));
  await service
    .as(personas.managerOfBordeaux)
    .command('eraseBeneficiary', { id, expectedVersion: 1, ground: 'ASKED_BY_PERSON', confirmation: 'effacer' });
  await sendSoon();
  expect([...mailsTo(email), ...(await ledgerOf(absent.id))]).toEqual([]);
  const left = await service.tables((tx) =>
    tx.query(
      'SELECT 1 FROM notice WHERE beneficiary_id = $1 UNION ALL SELECT 1 FROM known_seat WHERE beneficiary_id = $1',
      [id],
    ),
  );
  expect(left).toEqual([]);
});
