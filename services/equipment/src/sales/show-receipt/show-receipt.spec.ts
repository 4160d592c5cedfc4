import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService, wordsIn } from '#testing';
import { givenIn } from '../../../test/given.js';
import { EquipmentModule } from '../../equipment.module.js';

let equipment: TestService;
let given: ReturnType<typeof givenIn>;
let topUp: string;
beforeAll(async () => {
  equipment = await startForTest(EquipmentModule);
  given = givenIn(equipment);
  equipment.clock.set('2026-11-26T08:05:00.000Z');
  await given.branches();
  await given.tariff({ grade: 'C', cents: 123_450, marketCents: 200_000 });
  topUp = await given.article(20, { cents: 500, marketCents: 900 });
});
afterAll(() => equipment.stop());

const ASK = 'query ($id: UUID!) { saleReceipt(id: $id) { name mediaType base64 } }';
const receiptOf = async (id: unknown, who = personas.helperOfBordeaux) => {
  const { data, errors } = await equipment.as(who).query(ASK, { id });
  expect(errors).toBeUndefined();
  return data?.['saleReceipt'] as { name: string; mediaType: string; base64: string };
};
const sold = async () => {
  const { tag } = await given.readyDevice('C');
  const lines = [{ tag }, { articleId: topUp, quantity: 2 }];
  const payments = [
    { kind: 'CASH', cents: 100_000 },
    { kind: 'CARD', cents: 24_450 },
  ];
  const sale = await given.sale({ lines, payments, beneficiaryId: await given.person() });
  return { id: String(sale['id']), receipt: String(sale['receipt']), tag };
};

it('says on paper what was sold, where and when, how it was paid and what it costs at the market, and not who bought', async () => {
  const sale = await sold();
  const file = await receiptOf(sale.id);
  expect(file).toMatchObject({ name: `recu-${sale.receipt}.pdf`, mediaType: 'application/pdf' });
  const words = wordsIn(file.base64);
  for (const said of [
    `Bordeaux Reçu ${sale.receipt} 26 novembre 2026`,
    '09:05',
    `ordinateur ${sale.tag}, catégorie C 1 234,50 €`,
    'au marché : 2 000,00 €',
    '2 x Recharge 10 Go 10,00 €',
    'Total 1 244,50 €',
    'Espèces 1 000,00 €',
    'Carte bancaire 244,50 €',
    'Prix estimé sur le marché : 2 018,00 €',
  ])
    expect(words).toContain(said);
  expect(words).not.toContain('ANNULÉE');
  expect(await receiptOf(sale.id)).toEqual(file);
});

it('says when the sale was taken back', async () => {
  const { id } = await sold();
  await equipment.as(personas.managerOfBordeaux).command('voidSale', { id, reason: 'erreur de caisse' });
  expect(wordsIn((await receiptOf(id)).base64)).toContain('VENTE ANNULÉE');
});

it('is not found by another branch, and not for whoever reads no sales', async () => {
  const { id } = await sold();
  expect(await equipment.as(personas.managerOfLille).query(ASK, { id })).toBeRefused('NOT_FOUND', 'id');
  expect(await equipment.as(personas.coordinator).query(ASK, { id })).toBeRefused('FORBIDDEN');
});
