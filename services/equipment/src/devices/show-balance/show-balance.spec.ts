import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Client, personas, type Reply, startForTest, type TestService } from '#testing';
import { givenIn } from '../../../test/given.js';
import { lyonIsOpen, managerOfLyon } from '../../../test/transfers.js';
import { EquipmentModule } from '../../equipment.module.js';
import { NEXT_STATES } from '../device-life.js';

let equipment: TestService;
let somebody: string;
beforeAll(async () => {
  equipment = await startForTest(EquipmentModule);
  await givenIn(equipment).branches();
  await givenIn(equipment).tariff();
  await lyonIsOpen(equipment);
  somebody = await givenIn(equipment).person();
});
afterAll(() => equipment.stop());

const STATES = Object.keys(NEXT_STATES);
/** One command of a history: what is done, by which branch, to which of the records there are by then. */
const command = fc.record({
  what: fc.constantFrom(
    ...[
      'receive',
      'receive',
      'prepare',
      'prepare',
      'prepare',
      'move',
      'sell',
      'sell',
      'sell',
      'voidSale',
      'voidDevice',
    ],
    ...['ask', 'accept', 'ship', 'ship', 'scan', 'scan', 'close', 'explain', 'settle', 'cancel'],
    ...['reserve', 'lend', 'return', 'sell', 'refund', 'fault', 'fault', 'home', 'exchange', 'exchange'],
  ),
  lyon: fc.boolean(),
  pick: fc.nat(1_000),
  next: fc.nat(1_000),
});
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

/** What was done so far, and what must hold of it: kept apart from the product, and far simpler. */
class History {
  private readonly devices: { id: string; tag: string; client: Client }[] = [];
  private readonly transfers: string[] = [];
  private readonly sales: { id: string; cents: number; tags: unknown[]; client: Client }[] = [];
  received = 0;
  cents = 0;
  refunded = 0;
  exchanged = 0;

  async run({ what, lyon, pick, next }: Command): Promise<void> {
    const client = equipment.as(lyon ? managerOfLyon : personas.managerOfBordeaux);
    const coordinator = equipment.as(personas.coordinator);
    const device = this.devices.at(pick % Math.max(1, this.devices.length));
    const other = this.devices.at(next % Math.max(1, this.devices.length));
    const transfer = this.transfers.at(pick % Math.max(1, this.transfers.length));
    const tags = [...new Set([device?.tag, other?.tag])];
    if (what === 'receive') return this.receive(client);
    // Mostly by the branch that has it, or nothing would ever be sold.
    if (what === 'sell') return this.sell(device?.client ?? client, next % 3 === 0 ? tags : [device?.tag]);
    if (what === 'voidSale') return this.voidSale(client, pick);
    if (what === 'refund') return this.refund(pick);
    if (what === 'fault') return this.fault(pick);
    if (what === 'home' || what === 'exchange') return this.endTicket(client, what);
    if (what === 'ask') return this.ask(client, lyon ? 'BX' : 'LY', tags);
    const beneficiaryId = somebody;
    if (what === 'reserve') await client.command('reserveDevice', { deviceId: device?.id, beneficiaryId });
    if (what === 'lend')
      await client.command('lendDevice', { deviceId: device?.id, beneficiaryId, dueOn: '2026-12-24' });
    if (what === 'return') return this.bringBack(client, next);
    if (what === 'voidDevice') {
      const reply = await client.command('voidDevice', { id: device?.id, reason: 'saisi par erreur' });
      if (!reply.errors) this.received -= 1;
    }
    if (what === 'prepare') {
      for (const one of [device, other]) {
        await one?.client.command('gradeDevice', { id: one.id, grade: 'B', reason: 'contrôle' });
        await one?.client.command('recordDataErasure', { id: one.id, method: 'OVERWRITTEN' });
        await one?.client.command('moveDevice', { id: one.id, state: 'READY' });
      }
    }
    if (what === 'move') await client.command('moveDevice', { id: device?.id, state: STATES[next % STATES.length] });
    if (what === 'accept') await coordinator.command('acceptTransfer', { id: transfer, accepted: [1, next % 2] });
    if (what === 'ship') await client.command('shipTransfer', { id: transfer, tags });
    if (what === 'scan') for (const tag of tags) await client.command('scanTransferredDevice', { id: transfer, tag });
    if (what === 'close') await client.command('closeTransfer', { id: transfer });
    if (what === 'cancel') await client.command('cancelTransfer', { id: transfer, reason: 'plus besoin' });
    if (what === 'explain') {
      const outcome = (['LOST', 'FOUND', 'SENT_BACK'] as const)[next % 3];
      await client.command('explainMissingDevice', {
        id: transfer,
        tag: device?.tag,
        outcome,
        reason: 'carton ouvert',
      });
    }
    if (what === 'settle')
      for (const tag of this.devices.map((one) => one.tag))
        await coordinator.command('settleMissingDevice', { id: transfer, tag });
  }

  private async receive(client: Client): Promise<void> {
    const reply = await client.command('receiveDevice', { type: 'COMPUTER' }, 'id tag');
    this.devices.push({ ...(reply.data?.['receiveDevice'] as { id: string; tag: string }), client });
    this.received += 1;
  }

  private async sell(client: Client, tags: unknown[]): Promise<void> {
    const cents = 7_000 * tags.length;
    const payments = [{ kind: 'CASH', cents }];
    const reply = await client.command('makeSale', { lines: tags.map((tag) => ({ tag })), payments });
    const id = idIn(reply, 'makeSale');
    if (id === undefined) return;
    this.sales.push({ id, cents, tags, client });
    this.cents += cents;
  }

  private async voidSale(client: Client, pick: number): Promise<void> {
    const sale = this.sales.at(pick % Math.max(1, this.sales.length));
    const reply = await client.command('voidSale', { id: sale?.id, reason: 'erreur de caisse' });
    if (idIn(reply, 'voidSale') !== undefined) this.cents -= sale?.cents ?? 0;
  }

  private async refund(pick: number): Promise<void> {
    const sale = this.sales.at(pick % Math.max(1, this.sales.length));
    const [tag] = sale?.tags ?? [];
    const payments = [{ kind: 'CASH', cents: 7_000 }];
    const refund = { id: sale?.id, lines: [{ tag }], payments, reason: 'rendu' };
    const reply = await sale?.client.command('refundSale', refund);
    if (!reply || idIn(reply, 'refundSale') === undefined) return;
    this.cents -= 7_000;
    this.refunded += 1;
  }

  private async fault(pick: number): Promise<void> {
    const sale = this.sales.at(pick % Math.max(1, this.sales.length));
    const device = this.devices.find(({ tag }) => tag === sale?.tags.at(-1));
    await sale?.client.command('openAfterSalesTicket', { deviceId: device?.id, fault: 'ne s’allume plus' });
  }

  private async endTicket(client: Client, what: 'home' | 'exchange'): Promise<void> {
    const { data } = await client.query('{ afterSalesTickets(open: true, first: 1) { items { id } } }');
    const id = (data?.['afterSalesTickets'] as { items: { id: string }[] }).items[0]?.id;
    if (what === 'home') await client.command('closeAfterSalesTicket', { id, outcome: 'REPAIRED' });
    for (const { tag } of what === 'exchange' && id ? this.devices : []) {
      if ((await client.command('exchangeDevice', { id, tag, reason: 'en panne' })).errors) continue;
      this.exchanged += 1;
      return;
    }
  }

  private async bringBack(client: Client, next: number): Promise<void> {
    const { data } = await client.query(
      '{ loans(first: 100) { items { id } } reservations(first: 100) { items { id } } }',
    );
    const [loan] = (data?.['loans'] as { items: { id: string }[] }).items;
    const [kept] = (data?.['reservations'] as { items: { id: string }[] }).items;
    if (loan && next % 2 === 0) await client.command('returnDevice', { id: loan.id, damaged: next % 4 === 0 });
    else if (kept) await client.command('releaseReservation', { id: kept.id });
  }

  private async ask(client: Client, from: string, tags: unknown[]): Promise<void> {
    const lines = tags.map((tag) => ({ tag }));
    const id = idIn(await client.command('requestTransfer', { from, lines }), 'requestTransfer');
    if (id !== undefined) this.transfers.push(id);
  }
}

function idIn({ data, errors }: Reply, name: string): string | undefined {
  return errors ? undefined : String((data?.[name] as { id: string } | undefined)?.id);
}

type Column = 'received' | 'reserved' | 'onLoan' | 'distributed' | 'inTransit';

async function account() {
  const { data } = await equipment
    .as(personas.coordinator)
    .query('{ equipmentBalance { received reserved onLoan distributed inTransit balanced } }');
  const rows = data?.['equipmentBalance'] as Record<Column, number>[];
  const [kept]: { sold: number; cents: number; astray: number; under_way: number; kept: number; lent: number }[] =
    await equipment.tables((tx) =>
      tx.query(
        `SELECT (SELECT count(*)::int FROM sold_device) AS sold,
              ((SELECT coalesce(sum(total_cents), 0) FROM sale WHERE state = 'MADE')
               + (SELECT coalesce(sum(cents), 0) FROM till_entry WHERE what = 'REFUND'))::int AS cents,
              (SELECT count(*)::int FROM after_sales_ticket t WHERE closed_at IS NULL
               AND NOT EXISTS (SELECT 1 FROM sold_device d WHERE d.device_id = t.device_id)) AS astray,
              (SELECT count(*)::int FROM transfer_device WHERE arrived_at IS NULL AND outcome IS NULL) AS under_way,
              (SELECT count(*)::int FROM reservation WHERE ended_at IS NULL) AS kept,
              (SELECT count(*)::int FROM loan WHERE ended_at IS NULL) AS lent`,
      ),
    );
  const sum = (column: Column) => rows.reduce((all, row) => all + row[column], 0);
  return {
    unbalanced: rows.filter((row) => !(row as unknown as { balanced: boolean }).balanced),
    received: sum('received'),
    reserved: sum('reserved'),
    onLoan: sum('onLoan'),
    distributed: sum('distributed'),
    inTransit: sum('inTransit'),
    ...kept,
  };
}

it('loses no device and no cent, and counts none twice, whatever is done in whatever order', async () => {
  const done = new History();
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 45, maxLength: 45 }), async (commands) => {
      for (const one of commands) {
        await done.run(one);
        const found = await account();
        expect(found).toMatchObject({ unbalanced: [], received: done.received, cents: done.cents, astray: 0 });
        expect(found).toMatchObject({ distributed: found.sold, inTransit: found.under_way });
        expect(found).toMatchObject({ reserved: found.kept, onLoan: found.lent });
      }
    }),
    { numRuns: 8, seed: 20_261_126, endOnFailure: true },
  );
  // Otherwise these histories would say nothing of what comes back.
  expect([done.refunded > 0, done.exchanged > 0]).toEqual([true, true]);
}, 120_000);

it('shows a manager the account of their own branch alone', async () => {
  await givenIn(equipment).device();
  const { data } = await equipment.as(personas.managerOfBordeaux).query('{ equipmentBalance { branch } }');
  expect(data).toEqual({ equipmentBalance: [{ branch: 'BX' }] });
});
