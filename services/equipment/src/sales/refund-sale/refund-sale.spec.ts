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
/** Each sentence has a day of its own. */
beforeEach(() => {
  day += 1;
  equipment.clock.set(`2026-12-0${day}T09:00:00.000Z`);
});

const manager = () => equipment.as(personas.managerOfBordeaux);
const cash = (cents: number) => [{ kind: 'CASH', cents }];
const refund = (input: Record<string, unknown>, fields = 'version returns { occurredOn refunds { kind cents } }') =>
  manager().command('refundSale', { reason: 'écran rayé', ...input }, fields);
const takings = async (of: string) => {
  const { data } = await manager().query('query ($of: LocalDate!) { dayTakings(day: $of) { totalCents } }', { of });
  return (data?.['dayTakings'] as { totalCents: number }).totalCents;
};
const quantityOf = async (id: string) => {
  const { data } = await manager().query('{ articles(first: 100) { items { id quantity } } }');
  return (data?.['articles'] as { items: { id: string; quantity: number }[] }).items.find((one) => one.id === id)
    ?.quantity;
};

it('pays a part back today: the day it was sold on keeps its takings, the device is refurbished, articles are on the shelf', async () => {
  const device = await given.readyDevice('B');
  const articleId = await given.article(3);
  const sale = await given.sale({
    lines: [{ tag: device.tag }, { articleId, quantity: 3 }],
    payments: [{ kind: 'CARD', cents: 7_000 }, ...cash(1_500)],
  });
  equipment.clock.set('2026-12-20T09:00:00.000Z');
  const back = { tag: device.tag };
  const payments = [{ kind: 'CARD', cents: 7_000 }, ...cash(500)];
  const before = (await equipment.published()).length;
  const reply = await refund({ id: sale['id'], lines: [back, { articleId }], payments });
  expect(reply.data).toEqual({
    refundSale: { version: 2, returns: [{ occurredOn: '2026-12-20', refunds: payments }] },
  });
  const told = (await equipment.published()).slice(before);
  expect(told).toMatchObject([
    {
      type: 'equipment.sale-corrected',
      data: { after: { returns: [{ occurredOn: '2026-12-20', refunds: payments }] } },
    },
    { data: { before: { state: 'DISTRIBUTED' }, after: { state: 'IN_REFURBISHMENT' } } },
    { type: 'equipment.article-stock-changed', data: { before: 0, after: 1 } },
  ]);
  expect(JSON.stringify(told)).not.toContain('rayé');
  expect([await takings('2026-12-01'), await takings('2026-12-20')]).toEqual([8_500, -7_500]);
  // What it held of somebody is removed before anybody else has it.
  expect(await manager().command('moveDevice', { id: device.id, state: 'READY' })).toBeRefused('DATA_NOT_ERASED');
  expect(await refund({ id: sale['id'], lines: [back], payments: cash(7_000) })).toBeRefused(
    'NOT_IN_SALE',
    'input.lines[0]',
  );
});

it('refuses to pay back more than was bought or paid, another way than it came, a voided sale, or on a closed day', async () => {
  const articleId = await given.article(2);
  const { id } = await given.sale({ lines: [{ articleId, quantity: 2 }], payments: cash(1_000) });
  const lines = [{ articleId, quantity: 2 }];
  const whole = { id, lines, payments: cash(1_000) };
  expect(await refund({ ...whole, lines: [{ articleId, quantity: 3 }] })).toBeRefused('NOT_IN_SALE');
  expect(await refund({ ...whole, lines: [{ articleId, quantity: -1 }] })).toBeRefused('LINE_MALFORMED');
  expect(await refund({ ...whole, lines: [...lines, ...lines] })).toBeRefused('LINE_TWICE', 'input.lines[1]');
  expect(await refund({ ...whole, lines: [] })).toBeRefused('NO_LINES');
  expect(await refund({ ...whole, payments: cash(900) })).toBeRefused('PAYMENT_MISMATCH', 'input.payments');
  const card = [{ kind: 'CARD', cents: 1_000 }];
  expect(await refund({ ...whole, payments: card })).toBeRefused('REFUND_BEYOND_PAID', 'input.payments[0].cents');
  expect(await refund({ ...whole, reason: '' })).toBeRefused('REASON_REQUIRED', 'input.reason');
  expect(
    await equipment.as(personas.helperOfBordeaux).command('refundSale', { ...whole, reason: 'rendu' }),
  ).toBeRefused('FORBIDDEN');
  await manager().command('openTill', { floatCents: 0 });
  await manager().command('closeTill', { countedCents: 1_000 });
  expect(await refund(whole)).toBeRefused('TILL_CLOSED');
  equipment.clock.set('2026-12-21T09:00:00.000Z');
  await refund({ ...whole, lines: [{ articleId }], payments: cash(500) });
  expect(await manager().command('voidSale', { id, reason: 'erreur' })).toBeRefused('SALE_HAS_RETURNS', 'input.id');
  const corrected = { id, payments: card, reason: 'carte' };
  expect(await manager().command('correctSale', corrected)).toBeRefused('SALE_HAS_RETURNS', 'input.payments');
  const other = await given.sale({ lines: [{ articleId: await given.article(1) }], payments: cash(500) });
  await manager().command('voidSale', { id: other['id'], reason: 'erreur' });
  expect(await refund({ id: other['id'], lines: [{ articleId }], payments: cash(500) })).toBeRefused('SALE_IS_VOID');
});

it('gives the right to buy connectivity back, and leaves what cannot be sold again off the shelf', async () => {
  const beneficiaryId = await given.person();
  const articleId = await given.article(20, { cents: 1_000 });
  const buy = { lines: [{ articleId, quantity: 3 }], payments: cash(3_000), beneficiaryId };
  const { id } = await given.sale(buy);
  expect(await manager().command('makeSale', buy)).toBeRefused('CAP_PASSED');
  await refund({ id, lines: [{ articleId, quantity: 3, restock: false }], payments: cash(3_000) });
  expect(await quantityOf(articleId)).toBe(17);
  expect((await manager().command('makeSale', buy)).errors).toBeUndefined();
});

it('exports a return with its lines and its money, on the day it was made, and leaves the day of the sale as it was', async () => {
  const articleId = await given.article(2);
  const { id, receipt } = await given.sale({ lines: [{ articleId, quantity: 2 }], payments: cash(1_000) });
  await manager().command('openTill', { floatCents: 0 });
  await manager().command('closeTill', { countedCents: 1_000 });
  equipment.clock.set('2026-12-22T09:00:00.000Z');
  await manager().command('openTill', { floatCents: 2_000 });
  await refund({ id, lines: [{ articleId }], payments: cash(500) });
  await manager().command('closeTill', { countedCents: 1_500 });
  const { data } = await manager().query(
    '{ exportAccounts(branch: "BX", from: "2026-12-04", to: "2026-12-22") { base64 } }',
  );
  const { base64 } = data?.['exportAccounts'] as { base64: string };
  const rows = Buffer.from(base64, 'base64')
    .toString('utf8')
    .split('\r\n')
    .filter((row) => row.includes(String(receipt)))
    .map((row) => row.split(';').slice(0, 7).join(';'));
  expect(rows).toEqual([
    `2026-12-04;ligne;${receipt};Recharge 10 Go;TOP_UP;2;1000`,
    `2026-12-04;paiement;${receipt};Espèces;CASH;;1000`,
    `2026-12-22;retour;${receipt};Recharge 10 Go;TOP_UP;-1;-500`,
    `2026-12-22;remboursement;${receipt};Espèces;CASH;;-500`,
  ]);
});
