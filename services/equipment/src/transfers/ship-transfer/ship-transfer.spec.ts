import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { givenIn } from '../../../test/given.js';
import { lyonIsOpen, transfersIn } from '../../../test/transfers.js';
import { EquipmentModule } from '../../equipment.module.js';

let equipment: TestService;
let given: ReturnType<typeof transfersIn>;
beforeAll(async () => {
  equipment = await startForTest(EquipmentModule);
  await givenIn(equipment).branches();
  await givenIn(equipment).tariff();
  await lyonIsOpen(equipment);
  given = transfersIn(equipment);
});
afterAll(() => equipment.stop());

const lille = () => equipment.as(personas.managerOfLille);
const coordinator = () => equipment.as(personas.coordinator);
const transferOf = async (id: string) =>
  (
    await given.bordeaux.query(
      'query ($id: UUID!) { transfer(id: $id) { state lines { asked accepted } devices { tag arrivedAt outcome } } }',
      { id },
    )
  ).data?.['transfer'] as {
    state: string;
    devices: { tag: string; arrivedAt: string | null; outcome: string | null }[];
  };
const balances = async (): Promise<Record<string, unknown>[]> =>
  (
    await coordinator().query(
      '{ equipmentBalance { branch received arrived left inStock reserved onLoan inTransit distributed wasted lost balanced } }',
    )
  ).data?.['equipmentBalance'] as Record<string, unknown>[];
const stateIn = async (client: typeof given.lyon, tag: string) => {
  const { data } = await client.query(
    'query ($tag: String!) { deviceByTag(tag: $tag) { device { state } elsewhere { branch state } } }',
    { tag },
  );
  return data?.['deviceByTag'] as {
    device: { state: string } | null;
    elsewhere: { branch: string; state: string } | null;
  };
};

it('brings eight of ten from Lyon, of which seven arrive, and names the one that is missing', async () => {
  const [spare, ...devices] = await given.readyInLyon(9);
  const id = await given.requested(10);
  const accepted = await given.lyon.command('acceptTransfer', { id, accepted: [8] }, 'state lines { asked accepted }');
  expect(accepted.data).toMatchObject({ acceptTransfer: { state: 'ACCEPTED', lines: [{ asked: 10, accepted: 8 }] } });
  const tags = devices.map(({ tag }) => tag);
  expect((await given.lyon.command('shipTransfer', { id, tags }, 'state')).data).toEqual({
    shipTransfer: { state: 'SHIPPED' },
  });
  for (const tag of tags.slice(0, 7))
    expect((await given.bordeaux.command('scanTransferredDevice', { id, tag }, 'state')).errors).toBeUndefined();
  expect((await given.bordeaux.command('closeTransfer', { id }, 'state')).data).toEqual({
    closeTransfer: { state: 'DISCREPANCY' },
  });
  const { devices: lines } = await transferOf(id);
  expect(lines.filter(({ arrivedAt }) => arrivedAt === null).map(({ tag }) => tag)).toEqual([tags[7]]);
  expect(await stateIn(given.lyon, String(spare?.tag))).toMatchObject({ device: { state: 'READY' } });
  expect(await balances()).toMatchObject([
    { branch: 'BX', received: 0, arrived: 7, inStock: 7, balanced: true },
    { branch: 'LY', received: 9, left: 7, inStock: 1, inTransit: 1, balanced: true },
  ]);
});

it('lets nobody sell, move, void or ship again what is on its way', async () => {
  const devices = await given.readyInLyon(1);
  const { id, tag } = devices[0] as { id: string; tag: string };
  const transfer = await given.shipped(devices);
  const payments = [{ kind: 'CASH', cents: 7_000 }];
  expect(await given.lyon.command('makeSale', { lines: [{ tag }], payments })).toBeRefused('DEVICE_NOT_READY');
  expect(await given.bordeaux.command('makeSale', { lines: [{ tag }], payments })).toBeRefused('NOT_FOUND');
  expect(await given.lyon.command('moveDevice', { id, state: 'READY' })).toBeRefused('TRANSITION_NOT_ALLOWED');
  expect(await given.lyon.command('voidDevice', { id, reason: 'saisi par erreur' })).toBeRefused('DEVICE_UNDER_WAY');
  expect(await given.lyon.command('shipTransfer', { id: transfer, tags: [tag] })).toBeRefused(
    'TRANSFER_STEP_NOT_ALLOWED',
  );
  const second = await given.accepted(1);
  expect(await given.lyon.command('shipTransfer', { id: second, tags: [tag] })).toBeRefused('DEVICE_UNDER_WAY');
});

it('tells the figures where a device is ready, and leaves its receipt where it came in', async () => {
  const devices = await given.readyInLyon(1);
  const transfer = await given.shipped(devices);
  const before = (await equipment.published()).length;
  await given.bordeaux.command('scanTransferredDevice', { id: transfer, tag: devices[0]?.tag });
  expect((await equipment.published()).slice(before)).toMatchObject([
    { type: 'equipment.transfer-device-arrived', branch: 'BX' },
    { type: 'equipment.transfer-closed', branch: 'BX', data: { missing: [] } },
    {
      type: 'equipment.device-changed',
      branch: 'BX',
      data: { receivedIn: 'LY', before: { state: 'IN_TRANSIT' }, after: { state: 'READY' } },
    },
  ]);
  const reply = await given.bordeaux.command('voidDevice', { id: devices[0]?.id, reason: 'saisi par erreur' });
  expect(reply).toBeRefused('CAME_BY_TRANSFER');
});

it('ships only what was accepted, of its own, ready or being prepared, and each device once', async () => {
  const [first, second] = await given.readyInLyon(2);
  const other = await given.ready(given.lyon, 'C');
  const id = await given.accepted(1);
  const ship = (tags: unknown[]) => given.lyon.command('shipTransfer', { id, tags });
  expect(await ship([])).toBeRefused('TAGS_NEEDED');
  expect(await ship([first?.tag, first?.tag])).toBeRefused('TAGS_NEEDED');
  expect(await ship(['chaise'])).toBeRefused('TAG_MALFORMED', 'input.tags[0]');
  expect(await ship([first?.tag, second?.tag])).toBeRefused('NOT_AS_ACCEPTED');
  expect(await ship([other.tag])).toBeRefused('NOT_AS_ACCEPTED');
  expect(await ship(['LYPC26-9876'])).toBeRefused('NOT_FOUND');
  expect(await given.bordeaux.command('shipTransfer', { id, tags: [first?.tag] })).toBeRefused('FORBIDDEN');
  await given.lyon.command('moveDevice', { id: first?.id, state: 'LOST' });
  expect(await ship([first?.tag])).toBeRefused('DEVICE_NOT_SHIPPABLE');
});

it('sends the very device that was asked for by its tag', async () => {
  const [wanted, other] = await given.readyInLyon(2);
  const asked = { from: 'LY', lines: [{ tag: wanted?.tag }] };
  const reply = await given.bordeaux.command('requestTransfer', asked, 'id lines { type grade tag asked }');
  const { id, lines } = reply.data?.['requestTransfer'] as { id: string; lines: unknown[] };
  expect(lines).toEqual([{ type: 'COMPUTER', grade: null, tag: wanted?.tag, asked: 1 }]);
  await given.lyon.command('acceptTransfer', { id, accepted: [1] });
  expect(await given.lyon.command('shipTransfer', { id, tags: [other?.tag] })).toBeRefused('NOT_AS_ACCEPTED');
  expect((await given.lyon.command('shipTransfer', { id, tags: [wanted?.tag] })).errors).toBeUndefined();
});

it('takes in each expected device once, and none that was not sent', async () => {
  const devices = await given.readyInLyon(2);
  const id = await given.shipped(devices);
  const scan = (tag: unknown, headers = {}) =>
    given.bordeaux.command('scanTransferredDevice', { id, tag }, 'state', headers);
  const stranger = await given.ready(given.bordeaux);
  expect(await scan(stranger.tag)).toBeRefused('TAG_NOT_EXPECTED', 'input.tag');
  expect(await scan('chaise')).toBeRefused('TAG_MALFORMED', 'input.tag');
  const twice = { 'idempotency-key': 'scan-that-was-sent-twice' };
  const [once, again] = [await scan(devices[0]?.tag, twice), await scan(devices[0]?.tag, twice)];
  expect(once.errors).toBeUndefined();
  expect(again).toEqual(once);
  expect(await scan(devices[0]?.tag)).toBeRefused('ALREADY_ARRIVED', 'input.tag');
  expect((await scan(devices[1]?.tag)).data).toEqual({ scanTransferredDevice: { state: 'RECEIVED' } });
  expect(await scan(devices[1]?.tag)).toBeRefused('ALREADY_ARRIVED', 'input.tag');
});

it('takes a device in once when both tills scan it at the same time', async () => {
  const devices = await given.readyInLyon(1);
  const id = await given.shipped(devices);
  const scan = () => given.bordeaux.command('scanTransferredDevice', { id, tag: devices[0]?.tag });
  const replies = await Promise.all([scan(), scan(), scan(), scan()]);
  expect(replies.filter(({ errors }) => !errors)).toHaveLength(1);
  for (const refused of replies.filter(({ errors }) => errors)) expect(refused).toBeRefused('ALREADY_ARRIVED');
});

it('either sells or ships the last device when till and parcel are quick alike', async () => {
  const devices = await given.readyInLyon(1);
  const id = await given.accepted(1);
  const tag = devices[0]?.tag;
  const payments = [{ kind: 'CASH', cents: 7_000 }];
  const replies = await Promise.all([
    given.lyon.command('makeSale', { lines: [{ tag }], payments }),
    given.lyon.command('shipTransfer', { id, tags: [tag] }),
    given.lyon.command('makeSale', { lines: [{ tag }], payments }),
  ]);
  expect(replies.filter(({ errors }) => !errors)).toHaveLength(1);
  expect((await balances()).every(({ balanced }) => balanced)).toBe(true);
});

it('refuses a transfer to oneself, of nothing, and steps out of their order', async () => {
  const ask = (input: Record<string, unknown>) => given.bordeaux.command('requestTransfer', input);
  const line = { type: 'COMPUTER', grade: 'B', count: 1 };
  expect(await ask({ from: 'BX', lines: [line] })).toBeRefused('TRANSFER_TO_ITSELF', 'input.from');
  expect(await ask({ from: 'LY', lines: [] })).toBeRefused('TRANSFER_LINES', 'input.lines');
  expect(await ask({ from: 'LY', lines: [{ type: 'COMPUTER' }] })).toBeRefused('TRANSFER_LINES', 'input.lines[0]');
  expect(await ask({ from: 'LY', lines: [{ ...line, count: 0 }] })).toBeRefused(
    'TRANSFER_LINES',
    'input.lines[0].count',
  );
  expect(await ask({ from: 'QQ', lines: [line] })).toBeRefused('NOT_YET_KNOWN');
  const id = await given.requested(2);
  const accept = (accepted: number[]) => given.lyon.command('acceptTransfer', { id, accepted });
  expect(await given.bordeaux.command('acceptTransfer', { id, accepted: [1] })).toBeRefused('FORBIDDEN');
  expect(await accept([3])).toBeRefused('ACCEPTED_OUT_OF_RANGE', 'input.accepted[0]');
  expect(await accept([0])).toBeRefused('NOTHING_ACCEPTED', 'input.accepted');
  expect(await given.lyon.command('shipTransfer', { id, tags: ['LYPC26-0001'] })).toBeRefused(
    'TRANSFER_STEP_NOT_ALLOWED',
  );
  const refused = await given.lyon.command('refuseTransfer', { id, reason: 'rien à donner' }, 'state reason');
  expect(refused.data).toEqual({ refuseTransfer: { state: 'REFUSED', reason: 'rien à donner' } });
  expect(await accept([1])).toBeRefused('TRANSFER_STEP_NOT_ALLOWED');
  expect(await given.bordeaux.command('cancelTransfer', { id, reason: 'trop tard' })).toBeRefused(
    'TRANSFER_STEP_NOT_ALLOWED',
  );
});

it('shows a transfer to its two branches and the coordination, and to no third branch', async () => {
  const id = await given.requested(1);
  const seen = async (client: typeof given.lyon) => {
    const { data } = await client.query('{ transfers(first: 100) { items { id } } }');
    return (data?.['transfers'] as { items: { id: string }[] }).items.some((one) => one.id === id);
  };
  expect(await Promise.all([given.bordeaux, given.lyon, coordinator(), lille()].map(seen))).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(await lille().command('cancelTransfer', { id, reason: 'pas le mien' })).toBeRefused('NOT_FOUND', 'input.id');
});

it.each([
  ['LOST', { branch: 'LY', state: 'LOST' }],
  ['SENT_BACK', { branch: 'LY', state: 'READY' }],
  ['FOUND', { branch: 'BX', state: 'READY' }],
])('ends a missing device as %s once a branch says why and the coordination approves', async (outcome, end) => {
  const { transfer: id, missing: tag } = await given.oneMissing();
  const settle = () => coordinator().command('settleMissingDevice', { id, tag }, 'state');
  expect(await settle()).toBeRefused('NOTHING_PROPOSED', 'input.tag');
  expect(await given.bordeaux.command('explainMissingDevice', { id, tag, outcome, reason: '' })).toBeRefused(
    'REASON_REQUIRED',
  );
  const said = await given.bordeaux.command('explainMissingDevice', { id, tag, outcome, reason: 'carton ouvert' });
  expect(said.errors).toBeUndefined();
  expect(await given.bordeaux.command('settleMissingDevice', { id, tag })).toBeRefused('FORBIDDEN');
  expect((await transferOf(id)).state).toBe('DISCREPANCY');
  expect((await settle()).data).toEqual({ settleMissingDevice: { state: 'RECEIVED' } });
  const found = await stateIn(given.lyon, tag);
  expect(found.elsewhere ?? { branch: 'LY', ...found.device }).toEqual(end);
  expect(await settle()).toBeRefused('TRANSFER_STEP_NOT_ALLOWED');
  expect((await balances()).every(({ balanced }) => balanced)).toBe(true);
});
