import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { requireReason } from '#errors';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, type Tx } from '#persistence';
import { recordCorrection } from '../../corrections/record-correction.js';
import { keepUse } from '../../entitlements/use-entitlement.js';
import { classesHeldOn, momentIn, UNSTATED, waitUntilPersonKnown } from '../../known/known.js';
import { enterLater } from '../../till/closed-day.js';
import { keepSale, saleFor } from '../keep-sale.js';
import { type Buyer, Sale } from '../sale.entity.js';
import type { Payment } from '../sale-line.js';

/** What was wrong of a sale; `beneficiaryId` left out keeps the buyer, null makes it anonymous. */
export interface SaleCorrection {
  id: string;
  payments?: Payment[] | null | undefined;
  beneficiaryId?: string | null | undefined;
  reason: string;
  expectedVersion?: number | null | undefined;
}

@Injectable()
export class CorrectSale {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute(input: SaleCorrection, actor: Actor): Promise<Sale> {
    await waitUntilPersonKnown(this.db, input.beneficiaryId);
    return this.db.command(actor, Sale, async (tx) => {
      const reason = requireReason(input.reason);
      const now = this.clock.now();
      // The person is locked before the sale, as a correction of the person does: never the other way round.
      if (input.beneficiaryId != null) await holdPerson(tx, input.beneficiaryId);
      const sale = await saleFor(tx, input.id, input.expectedVersion);
      const buyer = await buyerOn(tx, input.beneficiaryId, sale.occurredOn);
      const before = sale.payments;
      const moment = await momentIn(tx, sale.branch, now);
      const events = sale.correct({ payments: input.payments ?? undefined, buyer }, now);
      await keepSale(tx, sale);
      // The past is mended as it was: a cap that it turns out to have passed takes nothing back.
      await keepUse(tx, sale);
      await enterLater(tx, sale, before, sale.payments, { actor, moment, ids: this.ids });
      const what = [...(input.payments ? ['PAYMENTS'] : []), ...(buyer ? ['BUYER'] : [])].join(', ');
      const { id: subjectId, branch } = sale;
      await recordCorrection(
        tx,
        { id: this.ids.next(), branch, subjectKind: 'SALE', subjectId, what, reason, at: now },
        actor,
      );
      await this.outbox.add(tx, events, actor);
      return sale;
    });
  }
}

async function holdPerson(tx: Tx, beneficiaryId: string): Promise<void> {
  await tx.query('SELECT 1 FROM known_person WHERE beneficiary_id = $1 FOR SHARE', [beneficiaryId]);
}

async function buyerOn(tx: Tx, beneficiaryId: string | null | undefined, day: string): Promise<Buyer | undefined> {
  if (beneficiaryId === undefined) return undefined;
  return {
    beneficiaryId,
    classes: beneficiaryId === null ? UNSTATED : await classesHeldOn(tx, beneficiaryId, day),
  };
}
