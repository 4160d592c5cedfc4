import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { BeneficiaryErased, happened } from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { givenIn } from '../../../test/given.js';
import { EquipmentModule } from '../../equipment.module.js';
import { ExpireReservations } from '../expire-reservations/expire-reservations.js';

let equipment: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  equipment = await startForTest(EquipmentModule);
  given = givenIn(equipment);
  await given.branches();
  await given.tariff();
});
beforeEach(() => equipment.clock.set('2026-11-26T08:00:00.000Z'));
afterAll(() => equipment.stop());

const helper = () => equipment.as(personas.helperOfBordeaux);
const cash = [{ kind: 'CASH', cents: 7_000 }];
const reserved = async (days?: number) => {
  const device = await given.readyDevice();
  const beneficiaryId = await given.person();
  const input = { deviceId: device.id, beneficiaryId, ...(days === undefined ? {} : { days }) };
  const reply = await helper().command('reserveDevice', input, 'id tag expiresAt');
  return { device, beneficiaryId, reservation: reply.data?.['reserveDevice'] as Record<string, string> };
};
const stateOf = async (tag: string) => {
  const { data } = await helper().query(
    'query ($tag: String!) { deviceByTag(tag: $tag) { device { state reservation { beneficiaryId } } } }',
    { tag },
  );
  return (data?.['deviceByTag'] as { device: Record<string, unknown> }).device;
};

it('keeps a device for a person for a week: nobody else buys it, they do', async () => {
  const { device, beneficiaryId, reservation } = await reserved();
  expect(reservation).toMatchObject({ tag: device.tag, expiresAt: '2026-12-03T08:00:00.000Z' });
  expect(await stateOf(device.tag)).toEqual({ state: 'RESERVED', reservation: { beneficiaryId } });
  const sell = (buyer?: string) =>
    helper().command('makeSale', { lines: [{ tag: device.tag }], payments: cash, beneficiaryId: buyer ?? null });
  const refused = await sell();
  expect(refused).toBeRefused('RESERVED_FOR_ANOTHER', 'input.lines[0].tag');
  expect(refused.errors?.[0]?.extensions['fr']).toContain('jusqu’au 3 décembre 2026');
  expect(await sell(await given.person())).toBeRefused('RESERVED_FOR_ANOTHER');
  expect((await sell(beneficiaryId)).errors).toBeUndefined();
  expect(await stateOf(device.tag)).toEqual({ state: 'DISTRIBUTED', reservation: null });
  expect((await equipment.published()).at(-2)).toMatchObject({
    type: 'equipment.reservation-ended',
    data: { how: 'SOLD' },
  });
});

it('is free again by itself once its time has run out, once, and not a moment before', async () => {
  const { device } = await reserved(2);
  const expiry = equipment.app.get(ExpireReservations, { strict: false });
  equipment.clock.set('2026-11-28T07:59:59.999Z');
  expect(await expiry.execute()).toBe(0);
  equipment.clock.set('2026-11-28T08:00:00.000Z');
  const before = (await equipment.published()).length;
  const freed = await Promise.all([expiry.execute(), expiry.execute()]);
  expect(freed.reduce((all, one) => all + one)).toBe(1);
  expect(await stateOf(device.tag)).toEqual({ state: 'READY', reservation: null });
  expect((await equipment.published()).slice(before)).toMatchObject([
    { type: 'equipment.reservation-ended', branch: 'BX', data: { deviceId: device.id, how: 'EXPIRED' } },
    { type: 'equipment.device-changed', data: { before: { state: 'RESERVED' }, after: { state: 'READY' } } },
  ]);
});

it('is given up by a person, or by moving the device on, and ends once', async () => {
  const { reservation, device } = await reserved();
  const release = (id: unknown) => helper().command('releaseReservation', { id }, 'how');
  expect((await release(reservation['id'])).data).toEqual({ releaseReservation: { how: 'RELEASED' } });
  expect(await stateOf(device.tag)).toMatchObject({ state: 'READY' });
  expect(await release(reservation['id'])).toBeRefused('RESERVATION_ENDED', 'input.id');
  const second = await reserved();
  await helper().command('moveDevice', { id: second.device.id, state: 'LOST' });
  expect(await release(second.reservation['id'])).toBeRefused('RESERVATION_ENDED');
  const lille = equipment.as(personas.managerOfLille);
  expect(await lille.command('releaseReservation', { id: reservation['id'] })).toBeRefused('NOT_FOUND');
});

it('reserves only what is ready, once, for 1 to 30 days, and not by moving it', async () => {
  const beneficiaryId = await given.person();
  const { id: deviceId } = await given.readyDevice();
  const reserve = (input: Record<string, unknown>) =>
    helper().command('reserveDevice', { deviceId, beneficiaryId, ...input });
  expect(await reserve({ days: 31 })).toBeRefused('DAYS_OUT_OF_RANGE', 'input.days');
  expect(await reserve({ deviceId: (await given.device()).id })).toBeRefused('NOT_AVAILABLE', 'input.deviceId');
  expect(await helper().command('moveDevice', { id: deviceId, state: 'RESERVED' })).toBeRefused(
    'TRANSITION_NOT_ALLOWED',
  );
  const both = await Promise.all([reserve({}), reserve({}), reserve({})]);
  expect(both.filter(({ errors }) => !errors)).toHaveLength(1);
  expect(await helper().command('voidDevice', { id: deviceId, reason: 'doublon' })).toBeRefused('DEVICE_PROMISED');
});

it('lists what is kept, the first to run out first', async () => {
  const [late, soon] = [await reserved(9), await reserved(1)];
  const { data } = await helper().query('{ reservations(first: 100) { items { id } } }');
  const ids = (data?.['reservations'] as { items: { id: string }[] }).items.map(({ id }) => id);
  expect(ids.indexOf(String(soon.reservation['id']))).toBeLessThan(ids.indexOf(String(late.reservation['id'])));
  expect(ids).toContain(late.reservation['id']);
});

it('is let go of when the person is erased: the device is free and no line leads to them', async () => {
  const { device, beneficiaryId } = await reserved();
  const data = { beneficiaryId, occurredOn: '2026-11-26', ground: 'OBJECTION' as const };
  await equipment.deliver(happened(BeneficiaryErased, { branch: 'BX', at: equipment.clock.now(), data }));
  expect(await stateOf(device.tag)).toEqual({ state: 'READY', reservation: null });
  const left = await equipment.tables((tx) =>
    tx.query('SELECT 1 FROM reservation WHERE beneficiary_id = $1', [beneficiaryId]),
  );
  expect(left).toEqual([]);
});
