import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { givenIn } from '../../../test/given.js';
import { EquipmentModule } from '../../equipment.module.js';
import { readIccid } from '../iccid.js';

let equipment: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  equipment = await startForTest(EquipmentModule);
  given = givenIn(equipment);
  await given.branches();
});
afterAll(() => equipment.stop());
beforeEach(() => equipment.clock.set('2026-11-27T09:00:00.000Z'));

const helper = () => equipment.as(personas.helperOfBordeaux);
const manager = () => equipment.as(personas.managerOfBordeaux);
const cash = (cents: number) => [{ kind: 'CASH', cents }];
const SIM = { label: 'Carte SIM', kind: 'SIM_CARD', cents: 200, operator: 'Opérateur du pont' };
const CARDS = Array.from({ length: 400 }, (_, n) => `893301${String(n).padStart(13, '0')}`).filter(readIccid);
const activate = (id: unknown, iccid: string | undefined, client = helper()) =>
  client.command('activateSim', { id, iccid }, 'simActivations { lastFour }');
const statement = async (month: string) => {
  const { data } = await helper().query(
    `query ($month: LocalDate!) { connectivityStatement(month: $month) { rows {
      operator label opening received out back counted closing sold soldCents activated } } }`,
    { month },
  );
  return (data?.['connectivityStatement'] as { rows: Record<string, unknown>[] }).rows;
};

it('reads the number printed on a card as people and scanners give it, and no other', () => {
  const [card] = CARDS as [string];
  expect([readIccid(card), readIccid(`${card.slice(0, 4)} ${card.slice(4)}F`)]).toEqual([card, card]);
  const wrong = `${card.slice(0, -1)}${(Number(card.at(-1)) + 1) % 10}`;
  expect([wrong, '', '12', `77${card.slice(2)}`, `${card}00`].map(readIccid)).toEqual([null, null, null, null, null]);
});

it('activates as many cards as were sold, each once in the whole network, and keeps no number', async () => {
  const articleId = await given.article(3, SIM);
  const { id } = await given.sale({ lines: [{ articleId, quantity: 2 }], payments: cash(400) });
  const [one, two, three] = CARDS;
  expect(await activate(id, '123')).toBeRefused('ICCID_MALFORMED', 'input.iccid');
  expect((await activate(id, one)).data).toEqual({ activateSim: { simActivations: [{ lastFour: one?.slice(-4) }] } });
  expect(await activate(id, one)).toBeRefused('SIM_ACTIVATED_ALREADY', 'input.iccid');
  expect((await activate(id, two)).errors).toBeUndefined();
  expect(await activate(id, three)).toBeRefused('NO_SIM_LEFT', 'input.id');
  expect(await activate(id, three, equipment.as(personas.managerOfLille))).toBeRefused('NOT_FOUND', 'input.id');
  const [kept] = await equipment.tables((tx) =>
    tx.query('SELECT string_agg(s::text, $1) AS text FROM sim_activation s', ['']),
  );
  expect([kept.text, JSON.stringify(await equipment.published())].map((text) => text.includes(one))).toEqual([
    false,
    false,
  ]);
});

it('takes an activated card back for its money, never for the shelf', async () => {
  const articleId = await given.article(1, SIM);
  const { id } = await given.sale({ lines: [{ articleId }], payments: cash(200) });
  await activate(id, CARDS[5]);
  expect(await manager().command('voidSale', { id, reason: 'erreur' })).toBeRefused('SIM_WAS_ACTIVATED', 'input.id');
  const refund = { id, lines: [{ articleId, restock: true }], payments: cash(200), reason: 'réseau absent' };
  expect(await manager().command('refundSale', refund)).toBeRefused('SIM_WAS_ACTIVATED', 'input.lines[0]');
  const money = { ...refund, lines: [{ articleId, restock: false }] };
  expect((await manager().command('refundSale', money)).errors).toBeUndefined();
});

it('lets the other card of a sale be activated when one came back that is not on the shelf, and none beyond', async () => {
  const articleId = await given.article(2, SIM);
  const { id } = await given.sale({ lines: [{ articleId, quantity: 2 }], payments: cash(400) });
  await activate(id, CARDS[7]);
  const refund = { id, lines: [{ articleId, restock: false }], payments: cash(200), reason: 'réseau absent' };
  expect((await manager().command('refundSale', refund)).errors).toBeUndefined();
  expect((await activate(id, CARDS[8])).errors).toBeUndefined();
  expect(await activate(id, CARDS[9])).toBeRefused('NO_SIM_LEFT', 'input.id');
});

it('states each month by operator: the shelf adds up, what was voided or paid back is off, the file says the same', async () => {
  equipment.clock.set('2026-01-15T09:00:00.000Z');
  const topUp = {
    label: 'Recharge 20 Go',
    operator: 'Opérateur du fleuve',
    cents: 1_000,
    valueCents: 2_000,
    validityDays: 31,
  };
  const articleId = await given.article(10, topUp);
  const buy = async (quantity: number) =>
    given.sale({ lines: [{ articleId, quantity }], payments: cash(quantity * 1_000) });
  const kept = await buy(4);
  const { id } = await buy(1);
  await manager().command('voidSale', { id, reason: 'erreur' });
  await manager().command('countArticles', { id: articleId, quantity: 5, reason: 'une abîmée' });
  equipment.clock.set('2026-02-10T09:00:00.000Z');
  const refund = { id: kept['id'], lines: [{ articleId }], payments: cash(1_000), reason: 'code déjà pris' };
  await manager().command('refundSale', refund);
  const of = (rows: Record<string, unknown>[]) => rows.find(({ operator }) => operator === 'Opérateur du fleuve');
  expect(of(await statement('2026-01-01'))).toMatchObject({
    ...{ opening: 0, received: 10, out: 5, back: 1, counted: -1, closing: 5 },
    ...{ sold: 4, soldCents: 4_000, activated: 0 },
  });
  expect(of(await statement('2026-02-01'))).toMatchObject({
    opening: 5,
    back: 1,
    closing: 6,
    sold: -1,
    soldCents: -1_000,
  });
  const { data } = await helper().query('{ exportConnectivity(month: "2026-01-01") { name base64 } }');
  const { name, base64 } = data?.['exportConnectivity'] as { name: string; base64: string };
  expect([name, Buffer.from(base64, 'base64').toString('utf8')]).toEqual([
    'connectivite-BX-2026-01.csv',
    expect.stringContaining('2026-01;Opérateur du fleuve;TOP_UP;Recharge 20 Go;2000;0;10;5;1;-1;5;4;4000;0\r\n'),
  ]);
  const day = await helper().query('{ connectivityStatement(month: "2026-01-02") { month } }');
  expect(day).toBeRefused('STATEMENT_MONTH', 'month');
});

it('refuses an operator on an accessory, a value on a SIM card, and a validity of no day', async () => {
  const wrong = (input: Record<string, unknown>) =>
    manager().command('createArticle', { code: 'Z', label: 'Chargeur', kind: 'ACCESSORY', cents: 100, ...input });
  expect(await wrong({ operator: 'Pont' })).toBeRefused('NOT_CONNECTIVITY', 'input.operator');
  expect(await wrong({ kind: 'SIM_CARD', valueCents: 100 })).toBeRefused('NOT_CONNECTIVITY', 'input.valueCents');
  expect(await wrong({ kind: 'TOP_UP', validityDays: 0 })).toBeRefused('QUANTITY_OUT_OF_RANGE', 'input.validityDays');
});
