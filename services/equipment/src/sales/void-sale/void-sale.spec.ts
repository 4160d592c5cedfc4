import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BeneficiaryCorrected, happened, SituationChanged } from '#events';
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

const manager = () => equipment.as(personas.managerOfBordeaux);
const cash = (cents: number) => [{ kind: 'CASH', cents }];

it('takes a sale back: device ready and free to be sold again, articles on the shelf, takings without it', async () => {
  const device = await given.readyDevice('B');
  const articleId = await given.article(2);
  const lines = [{ tag: device.tag }, { articleId, quantity: 2 }];
  const sale = await given.sale({ lines, payments: cash(8_000) });
  const taken = await takings();
  const before = (await equipment.published()).length;
  const reply = await manager().command(
    'voidSale',
    { id: sale['id'], reason: 'erreur de personne' },
    'state version corrections { what reason }',
  );
  expect(reply.data).toEqual({
    voidSale: { state: 'VOIDED', version: 2, corrections: [{ what: 'VOIDED', reason: 'erreur de personne' }] },
  });
  expect((await equipment.published()).slice(before)).toMatchObject([
    { type: 'equipment.sale-voided', data: { before: { payments: cash(8_000) } } },
    { data: { cause: 'SALE_VOID', before: { state: 'DISTRIBUTED' }, after: { state: 'READY' } } },
    { data: { before: 0, after: 2 } },
  ]);
  expect((await takings()).totalCents).toBe(taken.totalCents - 8_000);
  expect(await manager().command('voidSale', { id: sale['id'], reason: 'encore' })).toBeRefused(
    'SALE_IS_VOID',
    'input.id',
  );
  expect((await given.sale({ lines, payments: cash(8_000) }))['id']).not.toBe(sale['id']);
});

it('refuses to void without a reason, by a helper, or from another branch', async () => {
  const articleId = await given.article(1);
  const { id } = await given.sale({ lines: [{ articleId }], payments: cash(500) });
  expect(await manager().command('voidSale', { id, reason: '' })).toBeRefused('REASON_REQUIRED', 'input.reason');
  const voiding = { id, reason: 'rendu' };
  expect(await equipment.as(personas.helperOfBordeaux).command('voidSale', voiding)).toBeRefused('FORBIDDEN');
  expect(await equipment.as(personas.managerOfLille).command('voidSale', voiding)).toBeRefused('NOT_FOUND', 'input.id');
});

it('refuses to take a sold device out of the books', async () => {
  const device = await given.readyDevice('B');
  await given.sale({ lines: [{ tag: device.tag }], payments: cash(7_000) });
  expect(await manager().command('voidDevice', { id: device.id, reason: 'doublon' })).toBeRefused('DEVICE_WAS_SOLD');
});

it('mends payment kinds and the buyer, with what figures need to undo and redo', async () => {
  const articleId = await given.article(1);
  const { id } = await given.sale({ lines: [{ articleId }], payments: cash(500) });
  const beneficiaryId = await given.person();
  const payments = [{ kind: 'PARTNER', cents: 500 }];
  const reply = await manager().command(
    'correctSale',
    { id, payments, beneficiaryId, reason: 'bon du CCAS', expectedVersion: 1 },
    'payments { kind cents } beneficiary { id } corrections { what }',
  );
  expect(reply.data).toEqual({
    correctSale: { payments, beneficiary: { id: beneficiaryId }, corrections: [{ what: 'PAYMENTS, BUYER' }] },
  });
  expect((await equipment.published()).at(-1)).toMatchObject({
    type: 'equipment.sale-corrected',
    data: {
      before: { beneficiaryId: null, payments: cash(500), classes: { ageBand: 'NOT_STATED' } },
      after: { beneficiaryId, payments, classes: CLASSES },
    },
  });
  const again = { id, payments, reason: 'bon du CCAS' };
  expect(await manager().command('correctSale', again)).toBeRefused('NOTHING_TO_CORRECT');
  expect(await manager().command('correctSale', { ...again, expectedVersion: 1 })).toBeRefused('CHANGED_MEANWHILE');
  const wrong = { ...again, payments: cash(1) };
  expect(await manager().command('correctSale', wrong)).toBeRefused('PAYMENT_MISMATCH', 'input.payments');
});

it('stamps past sales anew when a person’s record is corrected, and only from that day when their situation changes', async () => {
  const beneficiaryId = await given.person('2026-09-01');
  const articleId = await given.article(3);
  const buy = { lines: [{ articleId }], payments: cash(500), beneficiaryId };
  await given.sale(buy);
  const employed = { ...CLASSES, socialStatus: 'EMPLOYED' as const };
  const at = equipment.clock.now();
  await equipment.deliver(
    happened(SituationChanged, {
      branch: 'BX',
      at,
      data: { beneficiaryId, holdsFrom: '2026-11-27', before: CLASSES, after: employed },
    }),
  );
  const quiet = await corrections();
  equipment.clock.set('2026-11-27T10:00:00.000Z');
  await given.sale(buy);
  expect((await equipment.published()).findLast(isSale)?.data).toMatchObject({ after: { classes: employed } });
  const enrolment = {
    kind: 'TRACKED' as const,
    enrolledOn: '2026-09-01',
    orientationSource: 'SELF' as const,
    organisationId: null,
  };
  const male = { ...CLASSES, gender: 'MALE' as const };
  const maleEmployed = { ...employed, gender: 'MALE' as const };
  await equipment.deliver(
    happened(BeneficiaryCorrected, {
      branch: 'BX',
      at,
      data: {
        beneficiaryId,
        occurredOn: '2026-11-27',
        before: { ...enrolment, classes: employed },
        after: { ...enrolment, classes: maleEmployed },
        history: [
          { holdsFrom: '2026-09-01', classes: male },
          { holdsFrom: '2026-11-27', classes: maleEmployed },
        ],
      },
    }),
  );
  const restamped = (await corrections()).slice(quiet.length);
  expect(restamped.map((event) => event.data)).toMatchObject([
    { before: { classes: CLASSES }, after: { classes: male } },
    { before: { classes: employed }, after: { classes: maleEmployed } },
  ]);
});

it('shows the day’s takings by kind, the day’s sales, and what a person bought', async () => {
  equipment.clock.set('2026-12-01T10:00:00.000Z');
  const beneficiaryId = await given.person();
  const articleId = await given.article(9);
  for (const kind of ['CASH', 'CARD', 'CARD'])
    await given.sale({ lines: [{ articleId, quantity: 2 }], payments: [{ kind, cents: 1_000 }], beneficiaryId });
  expect(await takings()).toEqual({
    day: '2026-12-01',
    sales: 3,
    devices: 0,
    articles: 6,
    totalCents: 3_000,
    byKind: [
      { kind: 'CARD', cents: 2_000 },
      { kind: 'CASH', cents: 1_000 },
    ],
  });
  const first = await query('{ sales(first: 2) { items { receipt } endCursor } }');
  const page = first['sales'] as { items: unknown[]; endCursor: string };
  expect(page.items).toHaveLength(2);
  const rest = await query(`{ sales(first: 2, after: "${page.endCursor}") { items { receipt } endCursor } }`);
  expect(rest).toMatchObject({ sales: { items: [{}], endCursor: null } });
  const bought = await query(
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Beneficiary { purchases(first: 2) { items { totalCents } endCursor } } } }',
    { r: [{ __typename: 'Beneficiary', id: beneficiaryId }] },
  );
  expect(bought).toMatchObject({
    _entities: [{ purchases: { items: [{ totalCents: 1_000 }, {}], endCursor: expect.any(String) } }],
  });
});

const isSale = (event: { type: string }) => event.type === 'equipment.sale-made';

async function corrections() {
  return (await equipment.published()).filter((event) => event.type === 'equipment.sale-corrected');
}

async function query(document: string, variables: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  const reply = await manager().query(document, variables);
  expect(reply.errors).toBeUndefined();
  return reply.data ?? {};
}

async function takings() {
  const fields = 'day sales devices articles totalCents byKind { kind cents }';
  return (await query(`{ dayTakings { ${fields} } }`))['dayTakings'] as { totalCents: number };
}
