import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { CLASSES, givenIn } from '../../../test/given.js';
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

const helper = () => equipment.as(personas.helperOfBordeaux);
const cash = (cents: number) => [{ kind: 'CASH', cents }];

it('sells a device at the tariff in force and articles in one receipt, and announces it as counted', async () => {
  const device = await given.readyDevice('B');
  const article = await given.article(3, { kind: 'SIM_CARD', label: 'Carte SIM', cents: 200, marketCents: 900 });
  const beneficiaryId = await given.person();
  const before = (await equipment.published()).length;
  const reply = await helper().command(
    'makeSale',
    {
      lines: [{ tag: device.tag }, { articleId: article, quantity: 2 }],
      payments: [
        { kind: 'CARD', cents: 7_000 },
        { kind: 'VOUCHER', cents: 400 },
      ],
      beneficiaryId,
    },
    'receipt totalCents state occurredOn branch { code } beneficiary { id } version lines { kind label quantity cents marketCents tariffFrom } payments { kind cents }',
  );
  expect(reply.data).toMatchObject({
    makeSale: {
      receipt: expect.stringMatching(/^BX-2026-0000\d\d$/),
      totalCents: 7_400,
      state: 'MADE',
      occurredOn: '2026-11-26',
      branch: { code: 'BX' },
      beneficiary: { id: beneficiaryId },
      version: 1,
      lines: [
        { kind: 'DEVICE', label: device.tag, quantity: 1, cents: 7_000, marketCents: 32_000, tariffFrom: '2026-09-01' },
        { kind: 'ARTICLE', label: 'Carte SIM', quantity: 2, cents: 400, marketCents: 1_800, tariffFrom: null },
      ],
    },
  });
  const events = (await equipment.published()).slice(before);
  expect(events.map((event) => event.type)).toEqual([
    'equipment.sale-made',
    'equipment.device-changed',
    'equipment.article-stock-changed',
  ]);
  expect(events.map((event) => event.data)).toMatchObject([
    {
      after: {
        classes: CLASSES,
        beneficiaryId,
        lines: [{ type: 'COMPUTER', grade: 'B' }, { articleKind: 'SIM_CARD' }],
      },
    },
    { cause: 'SALE', before: { state: 'READY' }, after: { state: 'DISTRIBUTED' } },
    { before: 3, after: 1 },
  ]);
  expect(JSON.stringify(events)).not.toContain('Carte SIM');
});

it('numbers receipts one after the other, whoever sells and whatever was refused between', async () => {
  const article = await given.article(5);
  const one = { lines: [{ articleId: article }], payments: cash(500) };
  const first = await given.sale(one);
  expect(await helper().command('makeSale', { ...one, payments: cash(1) })).toBeRefused('PAYMENT_MISMATCH');
  const second = await given.sale(one);
  expect(Number(String(second['receipt']).slice(-6))).toBe(Number(String(first['receipt']).slice(-6)) + 1);
});

it('sells a device exactly once when fifty try at the same time', async () => {
  const { tag } = await given.readyDevice('B');
  const replies = await Promise.all(
    Array.from({ length: 50 }, () => helper().command('makeSale', { lines: [{ tag }], payments: cash(7_000) })),
  );
  expect(replies.filter((reply) => !reply.errors)).toHaveLength(1);
  for (const refused of replies.filter((reply) => reply.errors)) expect(refused).toBeRefused('ALREADY_SOLD');
});

it('never sells more articles than there are when many try at the same time', async () => {
  const articleId = await given.article(3);
  const replies = await Promise.all(
    Array.from({ length: 12 }, () => helper().command('makeSale', { lines: [{ articleId }], payments: cash(500) })),
  );
  expect(replies.filter((reply) => !reply.errors)).toHaveLength(3);
  expect(replies.find((reply) => reply.errors)).toBeRefused('OUT_OF_STOCK', 'input.lines[0].quantity');
});

it('makes one sale of a double click, and gives both the same answer', async () => {
  const { tag } = await given.readyDevice('B');
  const headers = { 'idempotency-key': 'double-click-of-the-till' };
  const input = { lines: [{ tag }], payments: cash(7_000) };
  const click = () => helper().command('makeSale', input, 'id receipt lines { label }', headers);
  const [first, second] = await Promise.all([click(), click()]);
  expect(first.errors).toBeUndefined();
  expect(second).toEqual(first);
  expect(await helper().command('makeSale', { ...input, payments: cash(1) }, 'id', headers)).toBeRefused(
    'IDEMPOTENCY_KEY_REUSED',
  );
});

it('refuses a device that is not ready, with its state and since when', async () => {
  const { tag } = await given.device();
  const reply = await helper().command('makeSale', { lines: [{ tag }], payments: cash(7_000) });
  expect(reply).toBeRefused('DEVICE_NOT_READY', 'input.lines[0].tag');
  expect(reply.errors?.[0]?.extensions['en']).toBe(
    `Device ${tag} is not for sale: received, not yet handled since 26 November 2026.`,
  );
});

it('refuses what has no tariff today, before the first day of one, and from its end on', async () => {
  const { tag } = await given.readyDevice('C');
  const sell = () => helper().command('makeSale', { lines: [{ tag }], payments: cash(4_000) });
  expect(await sell()).toBeRefused('NO_TARIFF', 'input.lines[0].tag');
  await given.tariff({ grade: 'C', cents: 4_000, from: '2026-11-27' });
  await given.tariff({ grade: 'C', cents: 4_000, from: '2026-11-01', until: '2026-11-26' });
  expect(await sell()).toBeRefused('NO_TARIFF');
  // 23:30 in UTC is already the 27th in Bordeaux.
  equipment.clock.set('2026-11-26T23:30:00.000Z');
  expect((await sell()).errors).toBeUndefined();
  equipment.clock.set('2026-11-26T08:00:00.000Z');
});

it.each<[string, Record<string, unknown>[], string, string]>([
  ['no line', [], 'NO_LINES', 'input.lines'],
  ['a line of nothing', [{}], 'LINE_MALFORMED', 'input.lines[0]'],
  ['two of one device', [{ tag: 'BXPC26-0001', quantity: 2 }], 'LINE_MALFORMED', 'input.lines[0].quantity'],
  ['one device twice', [{ tag: 'BXPC26-0001' }, { tag: 'bxpc26-0001' }], 'LINE_TWICE', 'input.lines[1]'],
  ['a tag that is none', [{ tag: 'chaise' }], 'TAG_MALFORMED', 'input.lines[0].tag'],
  ['a device nobody knows', [{ tag: 'BXPC26-9876' }], 'NOT_FOUND', 'input.lines[0].tag'],
])('refuses a sale of %s', async (_what, lines, code, field) => {
  expect(await helper().command('makeSale', { lines, payments: cash(0) })).toBeRefused(code, field);
});

it('refuses payments that do not make the total, and a negative part', async () => {
  const { tag } = await given.readyDevice('B');
  const sell = (payments: unknown) => helper().command('makeSale', { lines: [{ tag }], payments });
  expect(await sell(cash(6_999))).toBeRefused('PAYMENT_MISMATCH', 'input.payments');
  expect(await sell([])).toBeRefused('PAYMENT_MISMATCH', 'input.payments');
  expect(await sell([...cash(8_000), { kind: 'CARD', cents: -1_000 }])).toBeRefused('PAYMENT_MISMATCH');
  expect(await sell([{ kind: 'GOLD', cents: 7_000 }])).toBeRefused('INVALID_QUERY', 'input.payments[0].kind');
});

it('refuses an identifier that is none', async () => {
  const reply = await helper().command('makeSale', { lines: [{ articleId: 'recharge' }], payments: cash(500) });
  expect(reply).toBeRefused('INVALID_QUERY', 'input.lines[0].articleId');
});

it('answers as for an unknown device when it is another branch’s, and tells a prescriber nothing', async () => {
  const { tag } = await given.device({}, equipment.as(personas.managerOfLille));
  const sale = { lines: [{ tag }], payments: cash(7_000) };
  expect(await helper().command('makeSale', sale)).toBeRefused('NOT_FOUND', 'input.lines[0].tag');
  expect(await equipment.as(personas.prescriberOfBordeaux).command('makeSale', sale)).toBeRefused('FORBIDDEN');
});

it('refuses for the moment a buyer of whom nothing has been heard', async () => {
  const { tag } = await given.readyDevice('B');
  const beneficiaryId = '0195e1a4-0000-7000-8000-000000000001';
  const reply = await helper().command('makeSale', { lines: [{ tag }], payments: cash(7_000), beneficiaryId });
  expect(reply).toBeRefused('NOT_YET_KNOWN', 'input.beneficiaryId');
});

it('belongs to the day of its branch, not to the day in London', async () => {
  const articleId = await given.article(1);
  const now = equipment.clock.now();
  equipment.clock.set('2026-11-26T23:30:00Z');
  const sale = await given.sale({ lines: [{ articleId, quantity: 1 }], payments: cash(500) }, 'occurredOn');
  equipment.clock.set(now);
  expect(sale).toEqual({ occurredOn: '2026-11-27' });
});
