import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { EquipmentModule } from '../../equipment.module.js';

let equipment: TestService;
beforeAll(async () => {
  equipment = await startForTest(EquipmentModule);
});
afterAll(() => equipment.stop());

const coordinator = () => equipment.as(personas.coordinator);
const terms = {
  type: 'COMPUTER',
  grade: 'B',
  cents: 7_000,
  marketCents: 32_000,
  from: '2026-01-01',
  until: '2026-07-01',
};

it('sets a tariff of the whole network and announces it', async () => {
  const reply = await coordinator().command('setTariff', terms, 'id cents from until version');
  expect(reply.data).toMatchObject({
    setTariff: { cents: 7_000, from: '2026-01-01', until: '2026-07-01', version: 1 },
  });
  expect(await equipment.published()).toMatchObject([
    { type: 'equipment.tariff-set', branch: null, data: { ...terms } },
  ]);
});

it.each([
  ['inside it', '2026-03-01', '2026-04-01'],
  ['around it', '2025-01-01', null],
  ['over its last day', '2026-06-30', null],
])('refuses a second tariff of the same kind and grade %s', async (_where, from, until) => {
  expect(await coordinator().command('setTariff', { ...terms, from, until })).toBeRefused(
    'TARIFF_OVERLAP',
    'input.from',
  );
});

it('accepts one of another grade in the same period, and one that begins when the first ends', async () => {
  expect((await coordinator().command('setTariff', { ...terms, grade: 'C' })).errors).toBeUndefined();
  expect(
    (await coordinator().command('setTariff', { ...terms, from: '2026-07-01', until: null })).errors,
  ).toBeUndefined();
});

it('ends the tariff in force on the new one’s first day when asked to', async () => {
  const next = { ...terms, from: '2026-12-01', until: null, cents: 7_500, endPrevious: true };
  expect((await coordinator().command('setTariff', next)).errors).toBeUndefined();
  const { data } = await coordinator().query(
    '{ before: tariffs(on: "2026-11-30") { items { cents until } } after: tariffs(on: "2026-12-01") { items { cents until } } }',
  );
  expect(data).toEqual({
    before: { items: [{ cents: 7_000, until: '2026-12-01' }] },
    after: { items: [{ cents: 7_500, until: null }] },
  });
});

it('ends a tariff, or withdraws it from its first day so that the right one can be set', async () => {
  const wrong = { ...terms, grade: 'A', cents: 700_000, from: '2026-11-26', until: null };
  const { data } = await coordinator().command('setTariff', wrong);
  const id = (data?.['setTariff'] as { id: string } | undefined)?.id;
  const end = (until: string) => coordinator().command('endTariff', { id, until }, 'until');
  expect(await end('2026-11-25')).toBeRefused('TARIFF_PERIOD', 'input.until');
  expect((await end('2026-11-26')).data).toEqual({ endTariff: { until: '2026-11-26' } });
  expect((await coordinator().command('setTariff', { ...wrong, cents: 9_000 })).errors).toBeUndefined();
});

it('refuses a period that ends before it begins, money out of reason, and a branch manager', async () => {
  const free = { ...terms, grade: 'D' };
  expect(await coordinator().command('setTariff', { ...free, until: '2026-01-01' })).toBeRefused(
    'TARIFF_PERIOD',
    'input.until',
  );
  expect(await coordinator().command('setTariff', { ...free, cents: -1 })).toBeRefused(
    'MONEY_OUT_OF_RANGE',
    'input.cents',
  );
  expect(await coordinator().command('setTariff', { ...free, from: '2026-02-30' })).toBeRefused(
    'INVALID_QUERY',
    'input.from',
  );
  expect(await equipment.as(personas.managerOfBordeaux).command('setTariff', free)).toBeRefused('FORBIDDEN');
});

it('lets one of two overlapping tariffs set at the same moment stand', async () => {
  const tablet = { ...terms, type: 'TABLET', until: null };
  const replies = await Promise.all(Array.from({ length: 6 }, () => coordinator().command('setTariff', tablet)));
  expect(replies.filter((reply) => !reply.errors)).toHaveLength(1);
});
