import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { NOT_FOUND, requireReason } from '#errors';
import { Clock, Database, Ids, type Tx } from '#persistence';
import { type Moment, momentIn } from '../../known/known.js';
import { enterException, isClosed, requireNotClosed } from '../../till/closed-day.js';
import { wishOf } from '../kept-wish.js';
import { RecordSale } from '../record-sale.js';
import type { Sale } from '../sale.entity.js';
import { SaleException } from '../sale-exception.entity.js';

/** How an exception ends. */
export interface Settlement {
  id: string;
  as: 'SOLD' | 'GIVEN_BACK';
  reason: string;
}

/** Somebody answers for it: it becomes the sale it was, whatever price and right say, or the money goes back. */
@Injectable()
export class SettleSaleException {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly sales: RecordSale,
  ) {}

  execute(input: Settlement, actor: Actor): Promise<SaleException> {
    return this.db.command(actor, SaleException, async (tx) => {
      const reason = requireReason(input.reason);
      const exception = await exceptionFor(tx, input.id);
      exception.requireOpen();
      const today = await momentIn(tx, exception.branch, this.clock.now());
      const sale = input.as === 'SOLD' ? await this.sell(tx, exception, today, actor) : null;
      const day = sale?.occurredOn ?? today.day;
      await requireNotClosed(tx, exception.branch, day);
      exception.settle({ saleId: sale?.id ?? null, by: actor.subject, reason }, today.now);
      const { id, state, saleId, settledAt, settledBy } = exception;
      await tx.update(SaleException, { id }, { state, saleId, settledAt, settledBy, reason });
      // As a sale its payments are counted by themselves; given back, they are no longer there.
      await enterException(tx, exception, [day], -1, { actor, moment: today, ids: this.ids });
      return exception;
    });
  }

  /** On its own day; a closed day never changes, so a sale of one counts on the day it is settled. */
  private async sell(tx: Tx, exception: SaleException, today: Moment, actor: Actor): Promise<Sale> {
    const { branch, lines, payments, beneficiaryId, soldBy, code } = exception;
    const own: Moment = { now: exception.occurredAt, day: exception.occurredOn };
    const moment = (await isClosed(tx, branch, own.day)) ? today : own;
    await requireNotClosed(tx, branch, moment.day);
    // Somebody of whom nothing may be noted, or is known, is nobody in particular.
    const named = code === 'BENEFICIARY_RESTRICTED' || code === 'NOT_YET_KNOWN' ? null : beneficiaryId;
    const wish = { branch, lines: lines.map(wishOf), payments, beneficiaryId: named, soldBy };
    return this.sales.record(tx, wish, moment, actor, { unitCents: lines.map(({ unitCents }) => unitCents) });
  }
}

async function exceptionFor(tx: Tx, id: string): Promise<SaleException> {
  const exception = await tx
    .createQueryBuilder(SaleException, 'e')
    .where('e.id = :id', { id })
    .setLock('pessimistic_write')
    .getOne();
  if (!exception) throw NOT_FOUND({ what: 'Vente à régler', whatEn: 'Sale to settle' }, 'input.id');
  return exception;
}
