import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import { Refusal } from '#errors';
import { Clock, Database, Ids, type Tx, within } from '#persistence';
import { requireQuantity } from '../../articles/article.entity.js';
import { TAG_MALFORMED } from '../../devices/device.refusals.js';
import { readTag } from '../../devices/tag.js';
import { type Moment, momentIn, waitUntilPersonKnown } from '../../known/known.js';
import { requireMoney } from '../../tariffs/tariff.entity.js';
import { enterException, requireNotClosed } from '../../till/closed-day.js';
import { wishOf } from '../kept-wish.js';
import { RecordSale } from '../record-sale.js';
import type { Sale } from '../sale.entity.js';
import { LINE_MALFORMED, NO_LINES, SALE_TIME } from '../sale.refusals.js';
import { type KeptLine, SaleException } from '../sale-exception.entity.js';
import type { Payment } from '../sale-line.js';
import { couldHappenAt } from '../sale-time.js';
import type { LineWish } from '../sell-lines.js';

/** A sale that a till kept, with what one of each line was sold for. */
export interface KeptSale {
  branch?: string | null | undefined;
  lines: (LineWish & { unitCents: number })[];
  payments: Payment[];
  beneficiaryId?: string | null | undefined;
  occurredAt: Date;
}

/**
 * What happened is recorded, whatever the rules say of it: as the sale it is, else as an exception with the reason. Money that was
 * taken is in the till's day either way.
 */
@Injectable()
export class BringInSale {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly sales: RecordSale,
  ) {}

  async execute(input: KeptSale, actor: Actor): Promise<SaleException> {
    // A person who is not known by now may never be: that is a reason too.
    const ofBuyer = await waitUntilPersonKnown(this.db, input.beneficiaryId).then(() => null, asRefusal);
    return this.db.command(actor, SaleException, async (tx) => {
      const branch = branchOf(actor, input.branch);
      const receivedAt = this.clock.now();
      const timely = couldHappenAt(input.occurredAt, receivedAt);
      const moment = await momentIn(tx, branch, timely ? input.occurredAt : receivedAt);
      const exception = SaleException.bringIn({
        id: this.ids.next(),
        branch,
        occurredAt: moment.now,
        occurredOn: moment.day,
        receivedAt,
        beneficiaryId: input.beneficiaryId ?? null,
        lines: await linesOf(tx, input.lines, branch),
        payments: input.payments,
        soldBy: actor.subject,
      });
      const refusal = ofBuyer ?? (timely ? null : SALE_TIME({}, 'input.occurredAt'));
      const sold = refusal ?? (await this.attempt(tx, exception, moment, actor));
      if (sold instanceof Refusal) exception.refused(sold);
      else exception.settle({ saleId: sold.id, by: actor.subject, reason: null }, receivedAt);
      await tx.insert(SaleException, exception);
      if (exception.state === 'OPEN') {
        const today = await momentIn(tx, branch, receivedAt);
        await enterException(tx, exception, [moment.day, today.day], 1, { actor, moment: today, ids: this.ids });
      }
      return exception;
    });
  }

  private async attempt(tx: Tx, kept: SaleException, moment: Moment, actor: Actor): Promise<Sale | Refusal> {
    const { branch, lines, payments, beneficiaryId, soldBy } = kept;
    await tx.query('SAVEPOINT kept_sale');
    try {
      await requireNotClosed(tx, branch, moment.day);
      return await this.sales.record(
        tx,
        { branch, lines: lines.map(wishOf), payments, beneficiaryId, soldBy },
        moment,
        actor,
      );
    } catch (error) {
      const refusal = asRefusal(error);
      await tx.query('ROLLBACK TO SAVEPOINT kept_sale');
      return refusal;
    }
  }
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

/** What no till can have sold is refused outright. */
async function linesOf(tx: Tx, lines: KeptSale['lines'], branch: string): Promise<KeptLine[]> {
  if (lines.length === 0 || lines.length > 50) throw NO_LINES({}, 'input.lines');
  const wanted = lines.flatMap(({ articleId }) => (articleId == null ? [] : [articleId]));
  const values: unknown[] = [wanted, branch];
  const named: { id: string; label: string }[] = await tx.query(
    `SELECT id, label FROM article WHERE id = ANY ($1::uuid[]) AND branch = $2 AND ${within(tx, values)}`,
    values,
  );
  const labels = new Map(named.map(({ id, label }) => [id, label]));
  return lines.map(({ tag, articleId, quantity, unitCents }, index) => {
    const field = `input.lines[${index}]`;
    requireMoney(unitCents, `${field}.unitCents`);
    if ((tag == null) === (articleId == null)) throw LINE_MALFORMED({}, field);
    const many = quantity ?? 1;
    if (articleId != null) {
      requireQuantity(many, 1, `${field}.quantity`);
      return { tag: null, articleId, label: labels.get(articleId) ?? '…', quantity: many, unitCents };
    }
    const read = readTag(tag ?? '')?.text;
    if (read === undefined) throw TAG_MALFORMED({}, `${field}.tag`);
    if (many !== 1) throw LINE_MALFORMED({}, `${field}.quantity`);
    return { tag: read, articleId: null, label: read, quantity: 1, unitCents };
  });
}
