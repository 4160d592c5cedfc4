import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DonorForgotten, happened } from '#events';
import { type Persona, personas, startForTest, type TestService } from '#testing';
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
const pallet = { label: 'Portables de bureau', expected: 12, weightGrams: 31_500 };
const receive = (donorId: string, lots: unknown[] = [pallet]) =>
  helper().command(
    'receiveDonation',
    { donorId, lots },
    'id receivedOn lots { code label expected weightGrams received }',
  );
const impactOf = async (donorId: string, who: Persona = personas.helperOfBordeaux) => {
  const { data } = await equipment.as(who).query(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Donor { impact {
      donations expected weightGrams received inPreparation ready distributed wasted } } } }`,
    { r: [{ __typename: 'Donor', id: donorId }] },
  );
  return (data?.['_entities'] as { impact: unknown }[])[0]?.impact;
};

it('takes a donation in, gives each lot its code, and announces weights and numbers only', async () => {
  const donorId = await given.donor();
  const reply = await receive(donorId, [pallet, { label: 'Écrans', expected: 0, weightGrams: 9_000 }]);
  expect(reply.data).toMatchObject({
    receiveDonation: {
      receivedOn: '2026-11-26',
      lots: [
        { code: 'BX-L26-0001', ...pallet, received: 0 },
        { code: 'BX-L26-0002', label: 'Écrans', expected: 0, weightGrams: 9_000, received: 0 },
      ],
    },
  });
  const event = (await equipment.published()).at(-1);
  expect(event).toMatchObject({
    type: 'equipment.donation-received',
    branch: 'BX',
    data: { donorId, occurredOn: '2026-11-26', lots: 2, expected: 12, grams: 40_500 },
  });
  expect(JSON.stringify(event)).not.toMatch(/Portables|crans/);
});

it('gives no code twice when lots come in at the same time', async () => {
  const donorId = await given.donor();
  const replies = await Promise.all(Array.from({ length: 8 }, () => receive(donorId)));
  const codes = replies.flatMap(({ data }) => (data?.['receiveDonation'] as { lots: { code: string }[] }).lots);
  expect(new Set(codes.map(({ code }) => code)).size).toBe(8);
});

it('tells a donor what became of the devices, as they are sold, wherever they are sold', async () => {
  const donorId = await given.donor();
  const { id: lotId, code } = await given.lot(donorId);
  const device = await given.readyDevice('B', 'COMPUTER', { lotId });
  const broken = await given.device({ lotId });
  await helper().command('moveDevice', { id: broken.id, state: 'NOT_REUSABLE' });
  const gift = { donations: 1, expected: 12, weightGrams: 31_500, received: 2, wasted: 1 };
  expect(await impactOf(donorId)).toEqual({ ...gift, inPreparation: 0, ready: 1, distributed: 0 });
  await given.sale({ lines: [{ tag: device.tag }], payments: [{ kind: 'CASH', cents: 7_000 }] });
  expect(await impactOf(donorId)).toEqual({ ...gift, inPreparation: 0, ready: 0, distributed: 1 });
  const { data } = await helper().query(
    'query ($tag: String!) { deviceByTag(tag: $tag) { device { lot { code donation { donor { id } } } history { what reason } } } }',
    { tag: device.tag },
  );
  expect(data).toMatchObject({
    deviceByTag: { device: { lot: { code, donation: { donor: { id: donorId } } }, history: expect.any(Array) } },
  });
  const { history } = (data?.['deviceByTag'] as { device: { history: unknown[] } }).device;
  expect(history.at(-1)).toEqual({ what: 'RECEIVED', reason: code });
});

it('goes on counting a device that moved to another branch', async () => {
  const donorId = await given.donor();
  const { id: lotId } = await given.lot(donorId);
  const { id } = await given.readyDevice('B', 'COMPUTER', { lotId });
  await equipment.tables((tx) => tx.query(`UPDATE device SET branch = 'LI' WHERE id = $1`, [id]));
  expect(await impactOf(donorId)).toMatchObject({ received: 1, ready: 1 });
});

it('tells another branch nothing of a donor, nor lets it receive into the lot', async () => {
  const donorId = await given.donor();
  const { id: lotId } = await given.lot(donorId);
  expect(await impactOf(donorId, personas.managerOfLille)).toBeNull();
  const lille = equipment.as(personas.managerOfLille);
  expect(await lille.query('query ($id: UUID!) { lot(id: $id) { code } }', { id: lotId })).toBeRefused(
    'NOT_FOUND',
    'id',
  );
  expect(await lille.command('receiveDevice', { type: 'TABLET', lotId })).toBeRefused('NOT_FOUND', 'input.lotId');
  expect(await lille.command('receiveDonation', { donorId, lots: [pallet] })).toBeRefused('NOT_FOUND', 'input.donorId');
});

it('refuses a donor nobody has heard of or who was forgotten, no lot, and weights there are not', async () => {
  expect(await receive(randomUUID())).toBeRefused('NOT_YET_KNOWN', 'input.donorId');
  const donorId = await given.donor();
  expect(await receive(donorId, [])).toBeRefused('LOTS_COUNT', 'input.lots');
  const lot = (change: object) => receive(donorId, [pallet, { ...pallet, ...change }]);
  expect(await lot({ weightGrams: -1 })).toBeRefused('WEIGHT_OUT_OF_RANGE', 'input.lots[1].weightGrams');
  expect(await lot({ expected: -1 })).toBeRefused('QUANTITY_OUT_OF_RANGE', 'input.lots[1].expected');
  expect(await lot({ label: ' ' })).toBeRefused('TEXT_LENGTH', 'input.lots[1].label');
  await equipment.deliver(happened(DonorForgotten, { branch: 'BX', at: equipment.clock.now(), data: { donorId } }));
  expect(await receive(donorId)).toBeRefused('DONOR_FORGOTTEN', 'input.donorId');
});
