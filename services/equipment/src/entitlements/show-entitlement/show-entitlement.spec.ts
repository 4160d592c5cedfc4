import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { BeneficiaryErased, happened } from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { givenIn } from '../../../test/given.js';
import { EquipmentModule } from '../../equipment.module.js';

let equipment: TestService;
let given: ReturnType<typeof givenIn>;
let topUp: string;
let sim: string;
beforeAll(async () => {
  equipment = await startForTest(EquipmentModule);
  given = givenIn(equipment);
  await given.branches();
  await given.tariff({ grade: 'C', cents: 5_000 });
  topUp = await given.article(2_000, { cents: 100 });
  sim = await given.article(50, { kind: 'SIM_CARD', cents: 200 });
});
beforeEach(() => equipment.clock.set('2026-11-26T08:00:00.000Z'));
afterAll(() => equipment.stop());

const helper = () => equipment.as(personas.helperOfBordeaux);
const manager = () => equipment.as(personas.managerOfBordeaux);
const buy = (beneficiaryId: string | null, euros: number, headers = {}) =>
  helper().command(
    'makeSale',
    {
      lines: [{ articleId: topUp, quantity: euros }],
      payments: [{ kind: 'CASH', cents: euros * 100 }],
      beneficiaryId,
    },
    'id',
    headers,
  );
const saleIn = (reply: Awaited<ReturnType<typeof buy>>) => (reply.data?.['makeSale'] as { id: string }).id;
const rightOf = async (beneficiaryId: string) => {
  const { data } = await helper().query(
    'query ($id: UUID!) { entitlement(beneficiaryId: $id) { openedOn lastDay open renewalsLeft capCents exceptionCents spentCents leftCents anewOn } }',
    { id: beneficiaryId },
  );
  return data?.['entitlement'];
};
/** Somebody whose right began nine months ago and who spent 26 € of this month's 30 €. */
const onTheLastDay = async () => {
  const beneficiaryId = await given.person();
  equipment.clock.set('2026-02-26T09:00:00.000Z');
  await buy(beneficiaryId, 5);
  equipment.clock.set('2026-11-26T08:00:00.000Z');
  expect((await buy(beneficiaryId, 26)).errors).toBeUndefined();
  return beneficiaryId;
};

it('says that 4 € are left until the 1st, sells the computer all the same, and tomorrow that the right has ended and can be renewed', async () => {
  const beneficiaryId = await onTheLastDay();
  expect(await rightOf(beneficiaryId)).toEqual({
    openedOn: '2026-02-26',
    lastDay: '2026-11-26',
    open: true,
    renewalsLeft: 1,
    capCents: 3_000,
    exceptionCents: null,
    spentCents: 2_600,
    leftCents: 400,
    anewOn: '2026-12-01',
  });
  const device = await given.readyDevice('C');
  const both = {
    lines: [{ tag: device.tag }, { articleId: topUp, quantity: 5 }],
    payments: [{ kind: 'CASH', cents: 5_500 }],
    beneficiaryId,
  };
  const refused = await helper().command('makeSale', both);
  expect(refused).toBeRefused('CAP_PASSED', 'input.lines[1]');
  expect(refused.errors?.[0]?.extensions['fr']).toMatch(/^Il reste 4\s€ de recharge jusqu’au 1er décembre 2026\.$/);
  const laptop = { lines: [{ tag: device.tag }], payments: [{ kind: 'CASH', cents: 5_000 }], beneficiaryId };
  const headers = { 'idempotency-key': 'a-button-pressed-twice' };
  const press = () => helper().command('makeSale', laptop, 'id', headers);
  const [once, twice] = await Promise.all([press(), press()]);
  expect(once.errors).toBeUndefined();
  expect(twice).toEqual(once);
  expect((await buy(beneficiaryId, 4)).errors).toBeUndefined();
  equipment.clock.set('2026-11-27T08:00:00.000Z');
  const ended = await buy(beneficiaryId, 1);
  expect(ended).toBeRefused('WINDOW_ENDED', 'input.lines[0]');
  expect(ended.errors?.[0]?.extensions['en']).toContain('ended on 26 November 2026; it can be renewed once');
});

it('counts SIM cards too, leaves anonymous buyers alone, and begins anew on the first where the branch is', async () => {
  const beneficiaryId = await given.person();
  expect((await buy(beneficiaryId, 29)).errors).toBeUndefined();
  const card = { lines: [{ articleId: sim }], payments: [{ kind: 'CASH', cents: 200 }], beneficiaryId };
  expect(await helper().command('makeSale', card)).toBeRefused('CAP_PASSED');
  expect((await buy(null, 31)).errors).toBeUndefined();
  // 23:30 in UTC is already December in Bordeaux.
  equipment.clock.set('2026-11-30T23:30:00.000Z');
  expect((await buy(beneficiaryId, 30)).errors).toBeUndefined();
});

it('lets two tills that sell at the same time pass the cap once at most', async () => {
  const beneficiaryId = await given.person();
  const replies = await Promise.all([buy(beneficiaryId, 20), buy(beneficiaryId, 20), buy(beneficiaryId, 20)]);
  expect(replies.filter(({ errors }) => !errors)).toHaveLength(1);
  for (const refused of replies.filter(({ errors }) => errors)) expect(refused).toBeRefused('CAP_PASSED');
});

it('gives back what a voided sale took, and moves what a corrected buyer took', async () => {
  const [first, second] = [await given.person(), await given.person()];
  const sale = saleIn(await buy(first, 30));
  await manager().command('correctSale', { id: sale, beneficiaryId: second, reason: 'autre personne' });
  expect(await rightOf(first)).toMatchObject({ leftCents: 3_000, openedOn: null });
  expect(await rightOf(second)).toMatchObject({ leftCents: 0 });
  await manager().command('voidSale', { id: sale, reason: 'erreur de caisse' });
  expect(await rightOf(second)).toMatchObject({ leftCents: 3_000, openedOn: null });
});

it('is renewed once by the manager, and announces it', async () => {
  const beneficiaryId = await onTheLastDay();
  const renew = () => manager().command('renewEntitlement', { beneficiaryId }, 'renewedOn');
  expect(await helper().command('renewEntitlement', { beneficiaryId })).toBeRefused('FORBIDDEN');
  expect(await manager().command('renewEntitlement', { beneficiaryId: await given.person() })).toBeRefused(
    'NOT_RENEWABLE',
  );
  const both = await Promise.all([renew(), renew()]);
  expect(both.filter(({ errors }) => !errors)).toHaveLength(1);
  expect(both.find(({ errors }) => errors)).toBeRefused('NOT_RENEWABLE', 'input.beneficiaryId');
  expect(await rightOf(beneficiaryId)).toMatchObject({ lastDay: '2027-08-26', renewalsLeft: 0 });
  expect((await equipment.published()).at(-1)).toMatchObject({
    type: 'equipment.entitlement-renewed',
    branch: 'BX',
    data: { beneficiaryId, occurredOn: '2026-11-26' },
  });
});

it('is widened for the month by the coordination alone, with a reason that travels nowhere', async () => {
  const beneficiaryId = await onTheLastDay();
  const grant = (who: typeof personas.coordinator | typeof personas.managerOfBordeaux, reason: string) =>
    equipment.as(who).command('grantEntitlementException', { branch: 'BX', beneficiaryId, cents: 1_000, reason });
  expect(await grant(personas.managerOfBordeaux, 'visite à distance')).toBeRefused('FORBIDDEN');
  expect(await grant(personas.coordinator, '')).toBeRefused('REASON_REQUIRED', 'input.reason');
  expect((await grant(personas.coordinator, 'visite à distance')).errors).toBeUndefined();
  equipment.clock.set('2026-11-27T08:00:00.000Z');
  expect((await buy(beneficiaryId, 14)).errors).toBeUndefined();
  expect(await buy(beneficiaryId, 1)).toBeRefused('CAP_PASSED');
  equipment.clock.set('2026-12-01T08:00:00.000Z');
  expect(await buy(beneficiaryId, 1)).toBeRefused('WINDOW_ENDED');
  expect(JSON.stringify(await equipment.published())).not.toContain('distance');
});

it('says at the till that an exception holds, this month or the next and no other', async () => {
  const beneficiaryId = await given.person();
  const grant = (month: string | null) =>
    equipment
      .as(personas.coordinator)
      .command(
        'grantEntitlementException',
        { branch: 'BX', beneficiaryId, month, cents: 700, reason: 'soins' },
        'month',
      );
  expect(await rightOf(beneficiaryId)).toMatchObject({ exceptionCents: null, capCents: 3_000 });
  for (const month of ['2026-10-01', '2027-01-01', '2026-11-02'])
    expect(await grant(month)).toBeRefused('EXCEPTION_MONTH', 'input.month');
  expect((await grant('2026-12-01')).data).toEqual({ grantEntitlementException: { month: '2026-12-01' } });
  expect(await rightOf(beneficiaryId)).toMatchObject({ exceptionCents: null, capCents: 3_000 });
  equipment.clock.set('2026-12-01T08:00:00.000Z');
  expect(await rightOf(beneficiaryId)).toMatchObject({ exceptionCents: 700, capCents: 3_700 });
});

it('is forgotten with the person', async () => {
  const beneficiaryId = await onTheLastDay();
  await manager().command('renewEntitlement', { beneficiaryId });
  const data = { beneficiaryId, occurredOn: '2026-11-26', ground: 'OBJECTION' as const };
  await equipment.deliver(happened(BeneficiaryErased, { branch: 'BX', at: equipment.clock.now(), data }));
  expect(await rightOf(beneficiaryId)).toMatchObject({ openedOn: null, renewalsLeft: 1, spentCents: 0 });
});
