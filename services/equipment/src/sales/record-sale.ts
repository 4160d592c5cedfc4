import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import type { Fact } from '#events';
import { Outbox } from '#messaging';
import { Ids, refusing, type Tx } from '#persistence';
import { yearOf } from '#runtime';
import { keepQuantity } from '../articles/keep-article.js';
import type { Device } from '../devices/device.entity.js';
import { sell } from '../devices/device-acts.js';
import { keepDevice } from '../devices/keep-device.js';
import { EntitlementRule } from '../entitlements/entitlement-rule.js';
import { keepUse, requireEntitled } from '../entitlements/use-entitlement.js';
import { classesOn, type Moment } from '../known/known.js';
import { endReservation } from '../reservations/end-reservation.js';
import { Sale } from './sale.entity.js';
import { ALREADY_SOLD } from './sale.refusals.js';
import type { Payment } from './sale-line.js';
import { goodsFor, type LineWish, takeFromShelf, type Waived } from './sell-lines.js';

/** What is sold by whom, in a branch whose till is not closed. */
export interface SaleWish {
  readonly branch: string;
  readonly lines: readonly LineWish[];
  readonly payments: Payment[];
  readonly beneficiaryId: string | null;
  readonly soldBy: string;
}

/** Sells: the goods leave the stock, the receipt gets its number, the facts are announced, in the caller's transaction. */
@Injectable()
export class RecordSale {
  constructor(
    private readonly outbox: Outbox,
    private readonly ids: Ids,
    private readonly rule: EntitlementRule,
  ) {}

  /** With `waived`, prices, reservations and the buyer's right are as somebody answers for; goods that are not there are refused all the same. */
  async record(tx: Tx, wish: SaleWish, moment: Moment, actor: Actor, waived?: Waived): Promise<Sale> {
    const { branch, beneficiaryId, payments, soldBy } = wish;
    const goods = await goodsFor(tx, wish.lines, branch, moment, beneficiaryId, waived);
    const buyer = { beneficiaryId, classes: await classesOn(tx, beneficiaryId, moment.day) };
    if (!waived) await requireEntitled(tx, this.rule, beneficiaryId, goods.lines, moment.day);
    const articleEvents = takeFromShelf(goods, moment);
    // The counter comes last: it makes the branch's tills take turns, and a refusal above leaves no gap.
    const receipt = await nextReceipt(tx, branch, moment.day);
    const { lines } = goods;
    const { sale, events } = Sale.make(
      { id: this.ids.next(), branch, receipt, lines, payments, soldBy },
      buyer,
      moment,
    );
    await tx.insert(Sale, sale);
    await keepUse(tx, sale);
    const movement = { what: 'SOLD', actor, moment, ids: this.ids } as const;
    for (const { article, field } of goods.articles) await keepQuantity(tx, article, field, movement);
    const deviceEvents: Fact[] = [];
    for (const device of goods.devices) deviceEvents.push(...(await this.handOver(tx, device, sale, moment, actor)));
    await this.outbox.add(tx, [...events, ...deviceEvents, ...articleEvents], actor);
    return sale;
  }

  private async handOver(tx: Tx, device: Device, sale: Sale, moment: Moment, actor: Actor): Promise<Fact[]> {
    const sold = () => ALREADY_SOLD({ tag: device.tag, since: moment.day }, 'input.lines');
    await refusing({ device_sold_once: sold }, () =>
      tx.query('INSERT INTO sold_device (device_id, branch, sale_id) VALUES ($1, $2, $3)', [
        device.id,
        device.branch,
        sale.id,
      ]),
    );
    const kept = device.state === 'RESERVED' ? await endReservation(tx, device.id, 'SOLD', moment) : [];
    const { step, events } = sell(device, sale.receipt, moment);
    await keepDevice(tx, device, step, this.ids, actor, moment.now);
    return [...kept, ...events];
  }
}

async function nextReceipt(tx: Tx, branch: string, day: string): Promise<string> {
  const year = yearOf(day);
  const rows: { last: number }[] = await tx.query(
    `INSERT INTO receipt_counter AS counter (branch, year, last) VALUES ($1, $2, 1)
     ON CONFLICT (branch, year) DO UPDATE SET last = counter.last + 1 RETURNING last`,
    [branch, year],
  );
  return `${branch}-${year}-${String(rows[0]?.last).padStart(6, '0')}`;
}
