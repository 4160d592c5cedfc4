import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
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
  await given.tariff({ type: 'TABLET', cents: 3_000 });
});
afterAll(() => equipment.stop());
beforeEach(() => equipment.clock.set('2026-11-27T09:00:00.000Z'));

const helper = () => equipment.as(personas.helperOfBordeaux);
const manager = () => equipment.as(personas.managerOfBordeaux);
const sold = async (more: Record<string, unknown> = {}) => {
  const device = await given.readyDevice('B');
  const sale = await given.sale({
    lines: [{ tag: device.tag }],
    payments: [{ kind: 'CASH', cents: 7_000 }],
    ...more,
  });
  return { ...device, saleId: String(sale['id']) };
};
const opened = async (deviceId: string) => {
  const input = { deviceId, fault: 'l’écran reste noir' };
  const reply = await helper().command('openAfterSalesTicket', input, 'id underWarranty warrantyUntil');
  return reply.data?.['openAfterSalesTicket'] as { id: string; underWarranty: boolean; warrantyUntil: string };
};
const shown = async (tag: string) => {
  const { data } = await helper().query(
    'query ($tag: String!) { deviceByTag(tag: $tag) { device { state afterSalesTickets { fault outcome note } } } }',
    { tag },
  );
  return (data?.['deviceByTag'] as { device: unknown }).device;
};
const reason = 'panne sous garantie';

it('takes a sold device in, says that its warranty runs, and gives it back repaired, once', async () => {
  const device = await sold();
  const ticket = await opened(device.id);
  expect(ticket).toMatchObject({ underWarranty: true, warrantyUntil: '2028-11-27' });
  expect(await helper().command('openAfterSalesTicket', { deviceId: device.id, fault: 'encore' })).toBeRefused(
    'TICKET_OPEN_ALREADY',
    'input.deviceId',
  );
  const closing = { id: ticket.id, outcome: 'REPAIRED', note: 'nappe changée' };
  expect((await helper().command('closeAfterSalesTicket', closing)).errors).toBeUndefined();
  expect(await shown(device.tag)).toEqual({
    state: 'DISTRIBUTED',
    afterSalesTickets: [{ fault: 'l’écran reste noir', outcome: 'REPAIRED', note: 'nappe changée' }],
  });
  expect(await helper().command('closeAfterSalesTicket', closing)).toBeRefused('TICKET_CLOSED', 'input.id');
  const told = JSON.stringify(await equipment.published());
  expect([told.includes('noir'), told.includes('nappe')]).toEqual([false, false]);
});

it('exchanges it at no cost: one back and one out on that day, the sale keeps its price, the warranty begins anew', async () => {
  const device = await sold();
  const { id } = await opened(device.id);
  const other = await given.readyDevice('B');
  equipment.clock.set('2026-12-09T09:00:00.000Z');
  const exchange = { id, tag: other.tag, reason };
  expect(await helper().command('exchangeDevice', exchange)).toBeRefused('FORBIDDEN');
  const reply = await manager().command('exchangeDevice', exchange, 'outcome replacementTag');
  expect(reply.data).toEqual({ exchangeDevice: { outcome: 'EXCHANGED', replacementTag: other.tag } });
  const facts = (await equipment.published()).findLast(({ type }) => type === 'equipment.sale-corrected');
  expect(facts?.data).toMatchObject({
    after: {
      returns: [
        {
          occurredOn: '2026-12-09',
          back: [{ deviceId: device.id, cents: 7_000 }],
          given: [{ deviceId: other.id, cents: 7_000 }],
          refunds: [],
        },
      ],
    },
  });
  expect(await shown(device.tag)).toMatchObject({ state: 'IN_REFURBISHMENT' });
  expect(await shown(other.tag)).toMatchObject({ state: 'DISTRIBUTED' });
  expect(await manager().command('exchangeDevice', exchange)).toBeRefused('TICKET_CLOSED', 'input.id');
  expect(await opened(other.id)).toMatchObject({ warrantyUntil: '2028-12-09' });
  const lines = [{ tag: other.tag }];
  const payments = [{ kind: 'CASH', cents: 7_000 }];
  expect(
    (await manager().command('refundSale', { id: device.saleId, lines, payments, reason })).errors,
  ).toBeUndefined();
  expect(await shown(other.tag)).toMatchObject({ afterSalesTickets: [{ outcome: 'REFUNDED' }] });
});

it('refuses what nobody bought, another type, what is not ready, a branch that did not sell it, and a warranty that ended', async () => {
  const device = await sold();
  const fault = 'ne charge plus';
  const unsold = await given.readyDevice('B');
  expect(await helper().command('openAfterSalesTicket', { deviceId: unsold.id, fault })).toBeRefused('NOT_SOLD');
  const elsewhere = equipment.as(personas.managerOfLille);
  expect(await elsewhere.command('openAfterSalesTicket', { deviceId: device.id, fault })).toBeRefused('NOT_FOUND');
  const { id } = await opened(device.id);
  const tablet = await given.readyDevice('B', 'TABLET');
  expect(await manager().command('exchangeDevice', { id, tag: tablet.tag, reason })).toBeRefused(
    'EXCHANGE_OF_ANOTHER_TYPE',
    'input.tag',
  );
  const raw = await given.device();
  expect(await manager().command('exchangeDevice', { id, tag: raw.tag, reason })).toBeRefused('DEVICE_NOT_READY');
  const old = await sold();
  equipment.clock.set('2028-11-28T09:00:00.000Z');
  const late = await opened(old.id);
  expect(late.underWarranty).toBe(false);
  expect(await manager().command('exchangeDevice', { id: late.id, tag: unsold.tag, reason })).toBeRefused(
    'WARRANTY_ENDED',
    'input.id',
  );
});

it('ends with a move by hand or a voided sale, and its words go with the person', async () => {
  const beneficiaryId = await given.person();
  const device = await sold({ beneficiaryId });
  await opened(device.id);
  await manager().command('moveDevice', { id: device.id, state: 'DISTRIBUTED', reason: 'réparé au comptoir' });
  const data = { beneficiaryId, occurredOn: '2026-11-27', ground: 'ASKED_BY_PERSON' as const };
  await equipment.deliver(happened(BeneficiaryErased, { branch: 'BX', at: equipment.clock.now(), data }));
  expect(await shown(device.tag)).toMatchObject({
    afterSalesTickets: [{ fault: '', outcome: 'REPAIRED', note: null }],
  });
  const other = await sold();
  await opened(other.id);
  await manager().command('voidSale', { id: other.saleId, reason: 'erreur' });
  expect(await shown(other.tag)).toMatchObject({ afterSalesTickets: [{ outcome: 'REFUNDED' }] });
});
