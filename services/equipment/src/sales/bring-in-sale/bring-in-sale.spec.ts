import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { givenIn } from '../../../test/given.js';
import { EquipmentModule } from '../../equipment.module.js';

let equipment: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  equipment = await startForTest(EquipmentModule);
  given = givenIn(equipment);
  await given.branches();
  await given.tariff();
});
afterAll(() => equipment.stop());
let day = 0;
/** Each sentence has a day of its own; the network was cut at ten and is back at noon. */
beforeEach(() => {
  day += 1;
  equipment.clock.set(`${today()}T12:00:00.000Z`);
});

const today = (after = 0) => `2026-12-${String(day + after).padStart(2, '0')}`;
const cut = () => `${today()}T10:00:00.000Z`;
const helper = () => equipment.as(personas.helperOfBordeaux);
const manager = () => equipment.as(personas.managerOfBordeaux);
const cash = (cents: number) => [{ kind: 'CASH', cents }];
const FIELDS = 'id state code occurredAt occurredOn totalCents saleId lines { label quantity unitCents }';
const bringIn = (input: Record<string, unknown>, headers = {}) =>
  helper().command('bringInSale', { occurredAt: cut(), ...input }, FIELDS, headers);
const settle = (id: unknown, as: string, client = manager()) =>
  client.command('settleSaleException', { id, as, reason: 'réglé avec la personne' }, 'state saleId');
const takings = async (of = today()) => {
  const { data } = await helper().query('query ($of: LocalDate!) { dayTakings(day: $of) { sales totalCents } }', {
    of,
  });
  return data?.['dayTakings'] as { sales: number; totalCents: number };
};
const broughtIn = async (input: Record<string, unknown>) =>
  (await bringIn(input)).data?.['bringInSale'] as { id: string; state: string; code: string | null; saleId: string };

it('records a sale kept without a network at its own time, at the tariff of that day, and none of tomorrow', async () => {
  await given.tariff({ grade: 'C', cents: 4_000, from: today(), until: today(1) });
  await given.tariff({ grade: 'C', cents: 3_000, from: today(1) });
  const { tag } = await given.readyDevice('C');
  equipment.clock.set(`${today(1)}T08:00:00.000Z`);
  const sale = { lines: [{ tag }], payments: cash(4_000), occurredAt: cut() };
  const made = await helper().command('makeSale', sale, 'occurredAt occurredOn totalCents');
  expect(made.data).toEqual({ makeSale: { occurredAt: cut(), occurredOn: today(), totalCents: 4_000 } });
  for (const occurredAt of [`${today(2)}T08:00:00.000Z`, '2026-10-01T08:00:00.000Z'])
    expect(await helper().command('makeSale', { ...sale, occurredAt })).toBeRefused('SALE_TIME', 'input.occurredAt');
});

it('keeps a device sold twice as an exception: what was taken is in the till until it is given back, once', async () => {
  const { tag } = await given.readyDevice('B');
  await given.sale({ lines: [{ tag }], payments: cash(7_000) });
  const kept = { lines: [{ tag, unitCents: 7_000 }], payments: cash(7_000) };
  const headers = { 'idempotency-key': 'kept-on-the-till' };
  const [once, twice] = [await bringIn(kept, headers), await bringIn(kept, headers)];
  expect(once.data).toMatchObject({
    bringInSale: { state: 'OPEN', code: 'ALREADY_SOLD', occurredAt: cut(), totalCents: 7_000, saleId: null },
  });
  expect(twice).toEqual(once);
  expect(await takings()).toEqual({ sales: 1, totalCents: 14_000 });
  const { id } = once.data?.['bringInSale'] as { id: string };
  expect(await settle(id, 'GIVEN_BACK', helper())).toBeRefused('FORBIDDEN');
  expect(await settle(id, 'GIVEN_BACK', equipment.as(personas.managerOfLille))).toBeRefused('NOT_FOUND', 'input.id');
  expect(await settle(id, 'SOLD')).toBeRefused('ALREADY_SOLD');
  expect((await settle(id, 'GIVEN_BACK')).data).toEqual({ settleSaleException: { state: 'GIVEN_BACK', saleId: null } });
  expect(await settle(id, 'SOLD')).toBeRefused('EXCEPTION_SETTLED', 'input.id');
  expect(await takings()).toEqual({ sales: 1, totalCents: 7_000 });
});

it('lets somebody answer for a cap that was passed, a price that changed and a device kept for another', async () => {
  const beneficiaryId = await given.person();
  const articleId = await given.article(20);
  await given.sale({ lines: [{ articleId, quantity: 5 }], payments: cash(2_500), beneficiaryId });
  const { tag, id: deviceId } = await given.readyDevice('B');
  await helper().command('reserveDevice', { deviceId, beneficiaryId: await given.person() });
  const passed = await broughtIn({
    lines: [{ articleId, quantity: 2, unitCents: 500 }],
    payments: cash(1_000),
    beneficiaryId,
  });
  const cheaper = await broughtIn({ lines: [{ articleId, quantity: 2, unitCents: 400 }], payments: cash(800) });
  const others = await broughtIn({ lines: [{ tag, unitCents: 7_000 }], payments: cash(7_000) });
  const all = [passed, cheaper, others];
  expect(all.map(({ code }) => code)).toEqual(['CAP_PASSED', 'PAYMENT_MISMATCH', 'RESERVED_FOR_ANOTHER']);
  expect(await takings()).toEqual({ sales: 1, totalCents: 11_300 });
  for (const { id } of all) expect((await settle(id, 'SOLD')).errors).toBeUndefined();
  expect(await takings()).toEqual({ sales: 4, totalCents: 11_300 });
  const { data } = await helper().query(
    '{ sales(first: 4) { items { totalCents occurredAt lines { cents tariffFrom } } } }',
  );
  expect((data?.['sales'] as { items: unknown[] }).items).toEqual(
    expect.arrayContaining([
      { totalCents: 800, occurredAt: cut(), lines: [{ cents: 800, tariffFrom: null }] },
      { totalCents: 7_000, occurredAt: cut(), lines: [{ cents: 7_000, tariffFrom: '2026-09-01' }] },
    ]),
  );
});

it('never changes a closed day: what a till brings in later is on the day it comes, and counts when it is settled', async () => {
  const articleId = await given.article(5, { kind: 'ACCESSORY', label: 'Chargeur' });
  await helper().command('openTill', { floatCents: 0 });
  await helper().command('closeTill', { countedCents: 500, reason: 'une vente sur l’autre caisse' });
  const closed = await takings();
  const late = await broughtIn({ lines: [{ articleId, unitCents: 500 }], payments: cash(500) });
  expect(late).toMatchObject({ state: 'OPEN', code: 'TILL_CLOSED' });
  expect([await takings(), await takings(today(1))]).toEqual([closed, { sales: 0, totalCents: 500 }]);
  equipment.clock.set(`${today(1)}T09:00:00.000Z`);
  expect((await settle(late.id, 'SOLD')).errors).toBeUndefined();
  expect([await takings(), await takings(today(1))]).toEqual([closed, { sales: 1, totalCents: 500 }]);
  const { data } = await helper().query(
    'query ($day: LocalDate!) { exportAccounts(from: $day, to: $day) { base64 } }',
    { day: today() },
  );
  const { base64 } = data?.['exportAccounts'] as { base64: string };
  expect(Buffer.from(base64, 'base64').toString('utf8').split('\r\n')).toHaveLength(3);
  day += 1;
});

it('sells at once what turns out to be there, and refuses what no till can have sold', async () => {
  const articleId = await given.article(1);
  const kept = { lines: [{ articleId, unitCents: 500 }], payments: cash(500) };
  expect(await broughtIn(kept)).toMatchObject({ state: 'SOLD', code: null, saleId: expect.any(String) });
  expect(await broughtIn(kept)).toMatchObject({ state: 'OPEN', code: 'OUT_OF_STOCK' });
  expect(await broughtIn({ ...kept, occurredAt: '2020-01-01T10:00:00Z' })).toMatchObject({ code: 'SALE_TIME' });
  expect(await bringIn({ ...kept, payments: cash(499) })).toBeRefused('PAYMENT_MISMATCH', 'input.payments');
  expect(await bringIn({ ...kept, lines: [] })).toBeRefused('NO_LINES');
  expect(await bringIn({ ...kept, lines: [{ tag: 'chaise', unitCents: 500 }] })).toBeRefused('TAG_MALFORMED');
  const { data } = await helper().query(
    '{ saleExceptions(first: 10) { items { code fr branch { code } beneficiary { id } } } }',
  );
  expect((data?.['saleExceptions'] as { items: unknown[] }).items[0]).toMatchObject({
    branch: { code: 'BX' },
    beneficiary: null,
  });
});
