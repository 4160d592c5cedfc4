import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import { Clock, Database } from '#persistence';
import { momentIn, waitUntilPersonKnown } from '../../known/known.js';
import { requireNotClosed } from '../../till/closed-day.js';
import { RecordSale } from '../record-sale.js';
import { Sale } from '../sale.entity.js';
import { SALE_TIME } from '../sale.refusals.js';
import type { Payment } from '../sale-line.js';
import { couldHappenAt } from '../sale-time.js';
import type { LineWish } from '../sell-lines.js';

/** What the till sends. */
export interface Till {
  branch?: string | null | undefined;
  lines: LineWish[];
  payments: Payment[];
  beneficiaryId?: string | null | undefined;
  occurredAt?: Date | null | undefined;
}

@Injectable()
export class MakeSale {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly sales: RecordSale,
  ) {}

  async execute(input: Till, actor: Actor): Promise<Sale> {
    await waitUntilPersonKnown(this.db, input.beneficiaryId);
    return this.db.command(actor, Sale, async (tx) => {
      const branch = branchOf(actor, input.branch);
      const now = this.clock.now();
      const occurredAt = input.occurredAt ?? now;
      if (!couldHappenAt(occurredAt, now)) throw SALE_TIME({}, 'input.occurredAt');
      const moment = await momentIn(tx, branch, occurredAt);
      await requireNotClosed(tx, branch, moment.day);
      const { lines, payments } = input;
      const beneficiaryId = input.beneficiaryId ?? null;
      return this.sales.record(tx, { branch, lines, payments, beneficiaryId, soldBy: actor.subject }, moment, actor);
    });
  }
}
