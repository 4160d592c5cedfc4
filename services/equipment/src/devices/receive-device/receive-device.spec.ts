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
});
afterAll(() => equipment.stop());

const manager = () => equipment.as(personas.managerOfBordeaux);

it('receives a device under its scanned tag and announces kind and state only', async () => {
  const reply = await manager().command(
    'receiveDevice',
    { tag: 'bxpcé-)à"éé', specs: { serial: 'PF-3X1', notes: 'coin rayé' } },
    'id tag type state grade branch { code } receivedOn version',
  );
  expect(reply.data).toMatchObject({
    receiveDevice: {
      tag: 'BXPC26-0322',
      type: 'COMPUTER',
      state: 'RECEIVED',
      grade: null,
      branch: { code: 'BX' },
      receivedOn: '2026-11-26',
      version: 1,
    },
  });
  const event = (await equipment.published()).at(-1);
  expect(event).toMatchObject({
    type: 'equipment.device-received',
    branch: 'BX',
    data: { occurredOn: '2026-11-26', after: { type: 'COMPUTER', grade: null, state: 'RECEIVED' } },
  });
  expect(JSON.stringify(event)).not.toMatch(/PF-3X1|rayé|0322/);
});

it('gives the next free tag of the branch, kind and year to a device without one', async () => {
  await given.device({ tag: 'BXTA26-0007' });
  expect((await given.device({ type: 'TABLET' })).tag).toBe('BXTA26-0008');
  expect((await given.device({ type: 'SMARTPHONE' })).tag).toBe('BXSP26-0001');
});

it('gives different tags to devices received at the same time', async () => {
  const replies = await Promise.all(Array.from({ length: 12 }, () => given.device({ type: 'TABLET' })));
  expect(new Set(replies.map((device) => device.tag)).size).toBe(12);
});

it.each([
  ['of a branch nobody has heard of', 'ZZPC26-0001'],
  ['that is none', 'PC-12'],
])('refuses a tag %s', async (_what, tag) => {
  expect(await manager().command('receiveDevice', { tag })).toBeRefused('TAG_MALFORMED', 'input.tag');
});

it('refuses a tag that another branch’s device carries, without saying whose', async () => {
  await given.device({ tag: 'LIPC26-0100', type: null }, equipment.as(personas.managerOfLille));
  const reply = await manager().command('receiveDevice', { tag: 'LIPC26-0100' });
  expect(reply).toBeRefused('TAG_TAKEN', 'input.tag');
  expect(JSON.stringify(reply)).not.toMatch(/Lille/);
});

it('refuses a tag of another kind than the one named, and neither tag nor kind', async () => {
  expect(await manager().command('receiveDevice', { tag: 'BXPC26-0500', type: 'TABLET' })).toBeRefused(
    'TAG_TYPE_MISMATCH',
    'input.tag',
  );
  expect(await manager().command('receiveDevice', {})).toBeRefused('TYPE_OR_TAG_NEEDED', 'input.tag');
});

it('refuses an IMEI with a wrong check digit, and one already in the network', async () => {
  const phone = (imei: string) => ({ type: 'SMARTPHONE', specs: { imei } });
  expect(await manager().command('receiveDevice', phone('490154203237519'))).toBeRefused(
    'IMEI_MALFORMED',
    'input.specs.imei',
  );
  await given.device(phone('49 015420 323751 8'), equipment.as(personas.managerOfLille));
  expect(await manager().command('receiveDevice', phone('490154203237518'))).toBeRefused(
    'IMEI_TAKEN',
    'input.specs.imei',
  );
});

it('refuses memory no device has, and a coordinator, who handles none', async () => {
  expect(await manager().command('receiveDevice', { type: 'COMPUTER', specs: { ramGb: 0 } })).toBeRefused(
    'SPEC_OUT_OF_RANGE',
    'input.specs.ramGb',
  );
  const coordinator = equipment.as(personas.coordinator);
  expect(await coordinator.command('receiveDevice', { type: 'COMPUTER', branch: 'BX' })).toBeRefused('FORBIDDEN');
});

it('leaves nothing behind when it refuses', async () => {
  const before = await equipment.published();
  await manager().command('receiveDevice', { tag: 'BXPC26-0777', specs: { imei: '1' } });
  expect(await equipment.published()).toEqual(before);
  expect(await equipment.tables((tx) => tx.query(`SELECT 1 FROM device_tag WHERE tag = 'BXPC26-0777'`))).toEqual([]);
});
