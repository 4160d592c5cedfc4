import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { requireReason } from '#errors';
import type { Fact } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, type Tx } from '#persistence';
import { endTicket } from '../../after-sales/end-ticket.js';
import { takeGoodsBack } from '../../after-sales/take-goods-back.js';
import { articleFor, keepQuantity, type Movement } from '../../articles/keep-article.js';
import { requireNotActivated } from '../../connectivity/sims-left.js';
import { recordCorrection } from '../../corrections/record-correction.js';
import { readTag } from '../../devices/tag.js';
import { keepUse } from '../../entitlements/use-entitlement.js';
import { type Moment, momentIn } from '../../known/known.js';
import { enterRefund, requireNotClosed } from '../../till/closed-day.js';
import { keepSale, saleFor } from '../keep-sale.js';
import { Sale } from '../sale.entity.js';
import { LINE_MALFORMED, LINE_TWICE, NO_LINES, NOT_IN_SALE, SALE_IS_VOID } from '../sale.refusals.js';
import type { Payment, SaleLine } from '../sale-line.js';
import { partOf, refundOf, remainingOf } from '../sale-return.js';

/** What comes back: a device by its tag, or so many of an article, back on the shelf or not. */
export interface ReturnedLine {
  tag?: string | null | undefined;
  articleId?: string | null | undefined;
  quantity?: number | null | undefined;
  restock?: boolean | null | undefined;
}

/** Goods of a sale that are paid back. */
export interface Refund {
  id: string;
  lines: ReturnedLine[];
  payments: Payment[];
  reason: string;
  expectedVersion?: number | null | undefined;
}

@Injectable()
export class RefundSale {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: Refund, actor: Actor): Promise<Sale> {
    return this.db.command(actor, Sale, async (tx) => {
      const reason = requireReason(input.reason);
      const sale = await saleFor(tx, input.id, input.expectedVersion);
      if (sale.state === 'VOIDED') throw SALE_IS_VOID({}, 'input.id');
      const moment = await momentIn(tx, sale.branch, this.clock.now());
      await requireNotClosed(tx, sale.branch, moment.day);
      const back = returned(sale, input.lines);
      await requireNotActivated(
        tx,
        sale,
        back.filter(({ restock }) => restock),
      );
      const one = refundOf(sale, this.ids.next(), back, input.payments, moment);
      const events = sale.addReturn(one);
      await keepSale(tx, sale);
      await keepUse(tx, sale);
      await enterRefund(tx, sale, one.refunds, { actor, moment, ids: this.ids });
      const shelf = await backOnTheShelf(tx, back, { what: 'GIVEN_BACK', actor, moment, ids: this.ids });
      const devices = await this.takeDevicesBack(tx, sale, back, moment, actor);
      const { id: subjectId, branch } = sale;
      await recordCorrection(
        tx,
        { id: this.ids.next(), branch, subjectKind: 'SALE', subjectId, what: 'REFUNDED', reason, at: moment.now },
        actor,
      );
      await this.outbox.add(tx, [...events, ...devices, ...shelf], actor);
      return sale;
    });
  }

  private async takeDevicesBack(
    tx: Tx,
    sale: Sale,
    back: readonly Back[],
    moment: Moment,
    actor: Actor,
  ): Promise<Fact[]> {
    const events: Fact[] = [];
    // By tag, the order in which sales lock devices.
    for (const { line } of [...back].sort((a, b) => (a.line.label < b.line.label ? -1 : 1))) {
      if (line.deviceId === null) continue;
      events.push(...(await takeGoodsBack(tx, sale, line.deviceId, { actor, moment, ids: this.ids })));
      events.push(...(await endTicket(tx, line.deviceId, { outcome: 'REFUNDED', note: null }, moment)));
    }
    return events;
  }
}

interface Back {
  readonly line: SaleLine;
  readonly restock: boolean;
  readonly field: string;
}

/** What comes back, as it was sold. Refuses `NO_LINES`, `LINE_MALFORMED`, `LINE_TWICE`, `NOT_IN_SALE`. */
function returned(sale: Sale, lines: readonly ReturnedLine[]): Back[] {
  if (lines.length === 0 || lines.length > 50) throw NO_LINES({}, 'input.lines');
  const there = remainingOf(sale);
  const seen = new Set<string>();
  return lines.map(({ tag, articleId, quantity, restock }, index) => {
    const field = `input.lines[${index}]`;
    const wanted = quantity ?? 1;
    const key = articleId ?? readTag(tag ?? '')?.text;
    if ((tag == null) === (articleId == null) || key === undefined || wanted < 1) throw LINE_MALFORMED({}, field);
    if (seen.has(key)) throw LINE_TWICE({}, field);
    seen.add(key);
    const line = there.find((one) => (articleId == null ? one.label === key : one.articleId === key));
    if (!line || line.quantity < wanted) {
      const label = line?.label ?? (articleId == null ? key : sale.lines.find((one) => one.articleId === key)?.label);
      throw NOT_IN_SALE({ label: label ?? '…', left: line?.quantity ?? 0 }, field);
    }
    return { line: partOf(line, wanted), restock: restock ?? true, field };
  });
}

async function backOnTheShelf(tx: Tx, back: readonly Back[], movement: Movement): Promise<Fact[]> {
  const events: Fact[] = [];
  const articles = back.filter(({ line, restock }) => restock && line.articleId !== null);
  articles.sort((a, b) => (String(a.line.articleId) < String(b.line.articleId) ? -1 : 1));
  for (const { line } of articles) {
    const article = await articleFor(tx, String(line.articleId));
    events.push(...article.takeBack(line.quantity, movement.moment));
    await keepQuantity(tx, article, 'input.id', movement);
  }
  return events;
}
