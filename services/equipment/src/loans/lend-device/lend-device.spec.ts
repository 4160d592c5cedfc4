import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BeneficiaryErased, happened } from '#events';
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

const helper = () => equipment.as(personas.helperOfBordeaux);
const lent = async (dueOn = '2026-12-10') => {
  const device = await given.readyDevice();
  const beneficiaryId = await given.person();
  const reply = await helper().command('lendDevice', { deviceId: device.id, beneficiaryId, dueOn }, 'id dueOn');
  return { device, beneficiaryId, id: String((reply.data?.['lendDevice'] as { id: string }).id) };
};
const shown = async (tag: string) => {
  const { data } = await helper().query(
    'query ($tag: String!) { deviceByTag(tag: $tag) { device { state loan { beneficiaryId dueOn } history { what reason } } } }',
    { tag },
  );
  return (data?.['deviceByTag'] as { device: Record<string, unknown> }).device;
};

it('lends a device until a day: it is not for sale, and says to whom and until when', async () => {
  const { device, beneficiaryId } = await lent();
  expect(await shown(device.tag)).toMatchObject({ state: 'LOANED', loan: { beneficiaryId, dueOn: '2026-12-10' } });
  const payments = [{ kind: 'CASH', cents: 7_000 }];
  expect(await helper().command('makeSale', { lines: [{ tag: device.tag }], payments, beneficiaryId })).toBeRefused(
    'DEVICE_NOT_READY',
  );
});

it.each([
  [false, 'IN_REFURBISHMENT', 'RETURNED'],
  [true, 'IN_REFURBISHMENT', 'DAMAGED'],
])('takes it back, damaged: %s, with its condition in the history, once', async (damaged, state, how) => {
  const { device, id } = await lent();
  const bring = () => helper().command('returnDevice', { id, damaged, condition: 'chargeur absent' }, 'how condition');
  expect((await bring()).data).toEqual({ returnDevice: { how, condition: 'chargeur absent' } });
  const { history, ...rest } = await shown(device.tag);
  expect(rest).toEqual({ state, loan: null });
  expect((history as unknown[])[0]).toEqual({ what: 'BROUGHT_BACK', reason: 'chargeur absent' });
  expect(await bring()).toBeRefused('LOAN_ENDED', 'input.id');
  expect((await equipment.published()).findLast(({ type }) => type === 'equipment.loan-ended')?.data).toMatchObject({
    how,
    dueOn: '2026-12-10',
  });
  expect(JSON.stringify(await equipment.published())).not.toContain('chargeur');
});

it('lists those that should be back', async () => {
  const overdue = await lent('2026-11-27');
  const later = await lent('2026-12-24');
  equipment.clock.set('2026-11-28T08:00:00.000Z');
  const idsOf = async (only: boolean) => {
    const { data } = await helper().query(
      'query ($only: Boolean!) { loans(overdue: $only, first: 100) { items { id } } }',
      {
        only,
      },
    );
    return (data?.['loans'] as { items: { id: string }[] }).items.map(({ id }) => id);
  };
  expect(await idsOf(true)).toEqual([overdue.id]);
  expect(await idsOf(false)).toContain(later.id);
  equipment.clock.set('2026-11-26T08:00:00.000Z');
});

it('ends as lost when the device is said to be lost', async () => {
  const { device, id } = await lent();
  await helper().command('moveDevice', { id: device.id, state: 'LOST', reason: 'jamais rendu' });
  expect(await helper().command('returnDevice', { id, damaged: false })).toBeRefused('LOAN_ENDED');
  expect((await equipment.published()).findLast(({ type }) => type === 'equipment.loan-ended')?.data).toMatchObject({
    how: 'LOST',
  });
});

it('lends only what is ready, once, from tomorrow on and within a year', async () => {
  const { id: deviceId } = await given.readyDevice();
  const beneficiaryId = await given.person();
  const lend = (input: Record<string, unknown>) =>
    helper().command('lendDevice', { deviceId, beneficiaryId, dueOn: '2026-12-10', ...input });
  expect(await lend({ dueOn: '2026-11-26' })).toBeRefused('DUE_OUT_OF_RANGE', 'input.dueOn');
  expect(await lend({ dueOn: '2028-01-01' })).toBeRefused('DUE_OUT_OF_RANGE', 'input.dueOn');
  expect(await lend({ deviceId: (await given.device()).id })).toBeRefused('NOT_AVAILABLE', 'input.deviceId');
  const lille = equipment.as(personas.managerOfLille);
  expect(await lille.command('lendDevice', { deviceId, beneficiaryId, dueOn: '2026-12-10' })).toBeRefused('NOT_FOUND');
  const all = await Promise.all([lend({}), lend({}), helper().command('reserveDevice', { deviceId, beneficiaryId })]);
  expect(all.filter(({ errors }) => !errors)).toHaveLength(1);
});

it('leads to nobody once the person is erased, and stays a loan that is to be got back', async () => {
  const { device, beneficiaryId } = await lent();
  const data = { beneficiaryId, occurredOn: '2026-11-26', ground: 'OBJECTION' as const };
  await equipment.deliver(happened(BeneficiaryErased, { branch: 'BX', at: equipment.clock.now(), data }));
  expect(await shown(device.tag)).toMatchObject({ state: 'LOANED', loan: { beneficiaryId: null } });
});
