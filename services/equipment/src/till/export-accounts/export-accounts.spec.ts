import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { givenIn } from '../../../test/given.js';
import { EquipmentModule } from '../../equipment.module.js';

let equipment: TestService;
let given: ReturnType<typeof givenIn>;
let articleId: string;
beforeAll(async () => {
  equipment = await startForTest(EquipmentModule);
  given = givenIn(equipment);
  await given.branches();
  articleId = await given.article(500, { label: '=Recharge', cents: 500 });
});
afterAll(() => equipment.stop());
let day = 0;
/** Each sentence has two days of its own. */
beforeEach(() => {
  day += 2;
  on(day);
});

const dayOf = (of: number) => `2026-12-${String(of).padStart(2, '0')}`;
const on = (of: number) => equipment.clock.set(`${dayOf(of)}T09:00:00.000Z`);
const manager = () => equipment.as(personas.managerOfBordeaux);
const open = () => manager().command('openTill', { floatCents: 0 });
const close = (countedCents: number) => manager().command('closeTill', { countedCents, reason: 'une pièce tombée' });
const sell = async (payments: readonly unknown[] = [{ kind: 'CASH', cents: 500 }]) => {
  const made = await given.sale({ lines: [{ articleId }], payments, beneficiaryId: await given.person() });
  return { id: String(made['id']), receipt: String(made['receipt']) };
};
const ASK =
  'query ($from: LocalDate!, $to: LocalDate!) { exportAccounts(branch: "BX", from: $from, to: $to) { name mediaType base64 } }';
const accounts = async (from: number, to = from) => {
  const { data } = await manager().query(ASK, { from: dayOf(from), to: dayOf(to) });
  const { base64 } = data?.['exportAccounts'] as { base64: string };
  return Buffer.from(base64, 'base64').toString('utf8').trimEnd().split('\r\n').slice(1);
};
const soldOn = (of: number, receipt: string, paid = 'Espèces;CASH;;500') => [
  `${dayOf(of)};ligne;${receipt};'=Recharge;TOP_UP;1;500;${dayOf(of)}`,
  `${dayOf(of)};paiement;${receipt};${paid};${dayOf(of)}`,
];

it('has a line for each line sold and each payment of a closed day, and the difference counted; of an open day nothing', async () => {
  await open();
  const [first, second] = [await sell(), await sell([{ kind: 'CARD', cents: 500 }])];
  expect(await accounts(day)).toEqual([]);
  await close(480);
  expect(await accounts(day)).toEqual([
    ...soldOn(day, first.receipt),
    ...soldOn(day, second.receipt, 'Carte bancaire;CARD;;500'),
    `${dayOf(day)};écart de caisse;;Espèces;CASH;;-20;${dayOf(day)}`,
  ]);
});

it('keeps the number of a sale taken back before the closing, for no cents', async () => {
  await open();
  const { id, receipt } = await sell();
  await manager().command('voidSale', { id, reason: 'erreur de caisse' });
  await close(0);
  expect(await accounts(day)).toEqual([`${dayOf(day)};vente annulée;${receipt};;;;0;${dayOf(day)}`]);
});

it('reads a closed day the same for ever, and shows what became of its sales on the later day it was entered on', async () => {
  await open();
  const [voided, mended] = [await sell(), await sell()];
  await close(1_000);
  const asClosed = await accounts(day);
  expect(asClosed).toEqual([...soldOn(day, voided.receipt), ...soldOn(day, mended.receipt)]);
  on(day + 1);
  await manager().command('voidSale', { id: voided.id, reason: 'rendue le lendemain' });
  const payments = [{ kind: 'CARD', cents: 500 }];
  await manager().command('correctSale', { id: mended.id, payments, reason: 'payée par carte' });
  expect(await accounts(day, day + 1)).toEqual(asClosed);
  await open();
  await close(0);
  const corrections = (await accounts(day, day + 1)).filter((line) => line.includes(';correction;'));
  expect((await accounts(day, day + 1)).slice(0, asClosed.length)).toEqual(asClosed);
  expect(corrections.toSorted()).toEqual(
    [
      `${dayOf(day + 1)};correction;${voided.receipt};Espèces;CASH;;-500;${dayOf(day)}`,
      `${dayOf(day + 1)};correction;${mended.receipt};Espèces;CASH;;-500;${dayOf(day)}`,
      `${dayOf(day + 1)};correction;${mended.receipt};Carte bancaire;CARD;;500;${dayOf(day)}`,
    ].toSorted(),
  );
});

it('refuses a period that ends before it begins or is too long, and is for nobody of another branch', async () => {
  for (const [from, to] of [
    ['2026-12-02', '2026-12-01'],
    ['2025-01-01', '2026-12-31'],
  ])
    expect(await manager().query(ASK, { from, to })).toBeRefused('ACCOUNTS_PERIOD', 'to');
  const of = { from: '2026-12-01', to: '2026-12-31' };
  for (const who of [personas.managerOfLille, personas.coordinator])
    expect((await equipment.as(who).query(ASK, of)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});
