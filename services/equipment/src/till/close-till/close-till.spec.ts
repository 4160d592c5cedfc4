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
  articleId = await given.article(500);
});
afterAll(() => equipment.stop());
let day = 0;
/** Each sentence has a day of its own. */
beforeEach(() => {
  day += 1;
  equipment.clock.set(`2026-12-0${day}T09:00:00.000Z`);
});

const helper = () => equipment.as(personas.helperOfBordeaux);
const manager = () => equipment.as(personas.managerOfBordeaux);
const open = (floatCents = 5_000) => helper().command('openTill', { floatCents }, 'day floatCents closedAt');
const close = (countedCents: number, more: Record<string, unknown> = {}) =>
  helper().command('closeTill', { countedCents, ...more }, 'expectedCents countedCents reason');
const sell = async (kind = 'CASH') => {
  const made = await given.sale({ lines: [{ articleId }], payments: [{ kind, cents: 500 }] });
  return String(made['id']);
};
const takings = async (of: string) => {
  const { data } = await helper().query(
    'query ($of: LocalDate!) { dayTakings(day: $of) { sales totalCents byKind { kind cents } } }',
    { of },
  );
  return data?.['dayTakings'];
};

it('opens with a float and closes on the cash that the sales of the day make, card payments left out', async () => {
  expect((await open()).data).toMatchObject({ openTill: { day: '2026-12-01', floatCents: 5_000, closedAt: null } });
  await sell();
  await sell('CARD');
  expect((await close(5_500)).data).toEqual({
    closeTill: { expectedCents: 5_500, countedCents: 5_500, reason: null },
  });
  expect((await equipment.published()).at(-1)).toMatchObject({
    type: 'equipment.till-closed',
    data: { occurredOn: '2026-12-01', expectedCents: 5_500, countedCents: 5_500 },
  });
});

it('asks why when the count differs, and keeps the reason out of the events', async () => {
  await open();
  expect(await close(4_900)).toBeRefused('REASON_REQUIRED', 'input.reason');
  expect((await close(4_900, { reason: 'une pièce tombée' })).data).toMatchObject({
    closeTill: { expectedCents: 5_000, countedCents: 4_900 },
  });
  expect(JSON.stringify(await equipment.published())).not.toContain('tombée');
});

it('is closed once when several close it at the same time, and opened once', async () => {
  const openings = await Promise.all([open(), open(), open()]);
  expect(openings.filter(({ errors }) => !errors)).toHaveLength(1);
  expect(openings.find(({ errors }) => errors)).toBeRefused('TILL_OPEN_ALREADY');
  const closings = await Promise.all([close(5_000), close(5_000), close(5_000)]);
  expect(closings.filter(({ errors }) => !errors)).toHaveLength(1);
  expect(closings.find(({ errors }) => errors)).toBeRefused('TILL_CLOSED', 'input.day');
});

it('counts every sale that was made, and makes none that it did not count, when both happen at once', async () => {
  await open(0);
  const sale = { lines: [{ articleId }], payments: [{ kind: 'CASH', cents: 500 }] };
  const [closing, ...sales] = await Promise.all([
    close(0, { reason: 'essai de vitesse' }),
    ...Array.from({ length: 12 }, () => helper().command('makeSale', sale)),
  ]);
  const made = sales.filter(({ errors }) => !errors).length;
  expect(closing?.data).toMatchObject({ closeTill: { expectedCents: made * 500 } });
  expect(await takings('2026-12-04')).toMatchObject({ sales: made, totalCents: made * 500 });
  expect(await helper().command('makeSale', sale)).toBeRefused('TILL_CLOSED');
});

it('never changes a closed day: what is taken back later is entered on a later day', async () => {
  await open();
  const [voided, mended] = [await sell(), await sell()];
  await close(6_000);
  const closed = { sales: 2, totalCents: 1_000, byKind: [{ kind: 'CASH', cents: 1_000 }] };
  expect(await takings('2026-12-05')).toEqual(closed);
  equipment.clock.set('2026-12-06T09:00:00.000Z');
  await manager().command('voidSale', { id: voided, reason: 'rendue le lendemain' });
  const payments = [{ kind: 'CARD', cents: 500 }];
  await manager().command('correctSale', { id: mended, payments, reason: 'payée par carte' });
  expect(await takings('2026-12-05')).toEqual(closed);
  expect(await takings('2026-12-06')).toEqual({
    sales: 0,
    totalCents: -500,
    byKind: [
      { kind: 'CARD', cents: 500 },
      { kind: 'CASH', cents: -1_000 },
    ],
  });
  await open();
  expect((await close(4_000)).data).toMatchObject({ closeTill: { expectedCents: 4_000 } });
  day += 1;
});

it('refuses to close what was not opened, and tells another branch nothing', async () => {
  expect(await close(0)).toBeRefused('TILL_NOT_OPEN', 'input.day');
  await open();
  const { data } = await equipment.as(personas.managerOfLille).query('{ tillDay { floatCents } }');
  expect(data).toEqual({ tillDay: null });
  expect(await helper().command('openTill', { floatCents: -1 })).toBeRefused('MONEY_OUT_OF_RANGE', 'input.floatCents');
});
