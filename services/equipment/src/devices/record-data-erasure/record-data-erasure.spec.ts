import { afterAll, beforeAll, expect, it } from '@jest/globals';
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
const graded = async () => {
  const device = await given.device();
  await helper().command('gradeDevice', { id: device.id, grade: 'B', reason: 'contrôle' });
  return device;
};
const ready = (id: string) => helper().command('moveDevice', { id, state: 'READY' }, 'state');
const erase = (id: string, input: Record<string, unknown> = {}) =>
  helper().command(
    'recordDataErasure',
    { id, method: 'OVERWRITTEN', ...input },
    'dataErasure dataErasedAt dataErasureProof nextStates',
  );

it('makes a device ready only once its data was removed, and keeps how, when and the proof', async () => {
  const { id } = await graded();
  expect(await ready(id)).toBeRefused('DATA_NOT_ERASED', 'input.state');
  expect((await erase(id, { proof: 'rapport 2026-118' })).data).toEqual({
    recordDataErasure: {
      dataErasure: 'OVERWRITTEN',
      dataErasedAt: '2026-11-26T08:00:00.000Z',
      dataErasureProof: 'rapport 2026-118',
      nextStates: ['IN_REFURBISHMENT', 'READY', 'NOT_REUSABLE', 'LOST'],
    },
  });
  const event = (await equipment.published()).at(-1);
  expect(event).toMatchObject({ type: 'equipment.device-data-erased', data: { deviceId: id, method: 'OVERWRITTEN' } });
  expect(JSON.stringify(event)).not.toContain('2026-118');
  expect((await ready(id)).errors).toBeUndefined();
});

it('asks for another record once somebody outside had the device', async () => {
  const device = await given.readyDevice();
  const loan = { deviceId: device.id, beneficiaryId: await given.person(), dueOn: '2026-12-10' };
  const { data } = await helper().command('lendDevice', loan);
  await helper().command('returnDevice', { id: (data?.['lendDevice'] as { id: string }).id, damaged: false });
  expect(await ready(device.id)).toBeRefused('DATA_NOT_ERASED');
  await erase(device.id, { method: 'FACTORY_RESET' });
  expect((await ready(device.id)).errors).toBeUndefined();
});

it('sends a device that came back to be refurbished when its sale is taken back afterwards', async () => {
  const { id, tag } = await given.readyDevice();
  const sale = await given.sale({ lines: [{ tag }], payments: [{ kind: 'CASH', cents: 7_000 }] });
  await helper().command('moveDevice', { id, state: 'RETURNED' });
  const manager = equipment.as(personas.managerOfBordeaux);
  expect(
    (await manager.command('voidSale', { id: sale['id'], reason: 'rendu par la personne' })).errors,
  ).toBeUndefined();
  const { data } = await helper().query(
    'query ($tag: String!) { deviceByTag(tag: $tag) { device { state dataErasure } } }',
    {
      tag,
    },
  );
  expect(data).toEqual({ deviceByTag: { device: { state: 'IN_REFURBISHMENT', dataErasure: null } } });
});

it('records nothing for a device that is somebody’s, or another branch’s', async () => {
  const { id, tag } = await given.readyDevice();
  await given.sale({ lines: [{ tag }], payments: [{ kind: 'CASH', cents: 7_000 }] });
  expect(await erase(id)).toBeRefused('ERASURE_NOT_ALLOWED');
  const elsewhere = await given.device({}, equipment.as(personas.managerOfLille));
  expect(await erase(elsewhere.id)).toBeRefused('NOT_FOUND', 'input.id');
});

it('has its last word in the table: nothing is ready there without a record', async () => {
  const { id } = await graded();
  const byHand = equipment.tables((tx) => tx.query(`UPDATE device SET state = 'READY' WHERE id = $1`, [id]));
  await expect(byHand).rejects.toThrow('device_ready_is_erased');
});
