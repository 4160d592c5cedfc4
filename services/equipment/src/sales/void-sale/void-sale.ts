import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { requireReason } from '#errors';
import type { Fact } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, type Tx } from '#persistence';
import { endTicket } from '../../after-sales/end-ticket.js';
import { articleFor, keepQuantity, type Movement } from '../../articles/keep-article.js';
import { requireNotActivated } from '../../connectivity/sims-left.js';
import { recordCorrection } from '../../corrections/record-correction.js';
import { takeBack } from '../../devices/device-acts.js';
import { deviceFor, keepDevice } from '../../devices/keep-device.js';
import { keepUse } from '../../entitlements/use-entitlement.js';
import { type Moment, momentIn } from '../../known/known.js';
import { enterLater } from '../../till/closed-day.js';
import { keepSale, saleFor } from '../keep-sale.js';
import { Sale } from '../sale.entity.js';

/** A sale to take back. */
export interface SaleVoid {
  id: string;
  reason: string;
  expectedVersion?: number | null | undefined;
}

@Injectable()
export class VoidSale {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: SaleVoid, actor: Actor): Promise<Sale> {
    return this.db.command(actor, Sale, async (tx) => {
      const reason = requireReason(input.reason);
      const sale = await saleFor(tx, input.id, input.expectedVersion);
      const moment = await momentIn(tx, sale.branch, this.clock.now());
      const all = sale.lines.map((line) => ({ line, field: 'input.id' }));
      await requireNotActivated(tx, sale, all);
      const events = sale.takeBack(moment.now);
      await keepSale(tx, sale);
      await keepUse(tx, sale);
      await enterLater(tx, sale, sale.payments, [], { actor, moment, ids: this.ids });
      const articleEvents = await backOnTheShelf(tx, sale, { what: 'SALE_VOIDED', actor, moment, ids: this.ids });
      const deviceEvents = await this.backInStock(tx, sale, moment, actor);
      const { id: subjectId, branch } = sale;
      await recordCorrection(
        tx,
        { id: this.ids.next(), branch, subjectKind: 'SALE', subjectId, what: 'VOIDED', reason, at: moment.now },
        actor,
      );
      await this.outbox.add(tx, [...events, ...deviceEvents, ...articleEvents], actor);
      return sale;
    });
  }

  private async backInStock(tx: Tx, sale: Sale, moment: Moment, actor: Actor): Promise<Fact[]> {
    await tx.query('DELETE FROM sold_device WHERE sale_id = $1', [sale.id]);
    const events: Fact[] = [];
    // By tag, the order in which sales lock devices.
    const lines = sale.lines.filter((line) => line.deviceId !== null).sort((a, b) => (a.label < b.label ? -1 : 1));
    for (const { deviceId } of lines) {
      const device = await deviceFor(tx, String(deviceId));
      events.push(...(await endTicket(tx, device.id, { outcome: 'REFUNDED', note: null }, moment)));
      const outcome = takeBack(device, sale.receipt, moment);
      await keepDevice(tx, device, outcome.step, this.ids, actor, moment.now);
      events.push(...outcome.events);
    }
    return events;
  }
}

async function backOnTheShelf(tx: Tx, sale: Sale, movement: Movement): Promise<Fact[]> {
  const events: Fact[] = [];
  const lines = sale.lines.filter((line) => line.articleId !== null);
  lines.sort((a, b) => (String(a.articleId) < String(b.articleId) ? -1 : 1));
  for (const { articleId, quantity } of lines) {
    const article = await articleFor(tx, String(articleId));
    events.push(...article.takeBack(quantity, movement.moment));
    await keepQuantity(tx, article, 'input.id', movement);
  }
  return events;
}
