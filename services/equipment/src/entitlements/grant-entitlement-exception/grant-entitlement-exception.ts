import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import { requireReason } from '#errors';
import { EntitlementExceptionGranted, happened } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { monthsAfter } from '#runtime';
import { classesOn, momentIn, waitUntilPersonKnown } from '../../known/known.js';
import { requireMoney } from '../../tariffs/tariff.entity.js';
import { EXCEPTION_MONTH } from '../entitlement.refusals.js';
import { EntitlementException } from '../entitlement-acts.entity.js';
import { monthOf } from '../entitlement-rule.js';
import { holdEntitlement } from '../use-entitlement.js';

/** What is allowed to whom, beyond the cap. */
export interface ExceptionWish {
  branch: string;
  beneficiaryId: string;
  /** First day of the month it is for; this one when left out. */
  month?: string | null | undefined;
  cents: number;
  reason: string;
}

@Injectable()
export class GrantEntitlementException {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute(input: ExceptionWish, actor: Actor): Promise<EntitlementException> {
    await waitUntilPersonKnown(this.db, input.beneficiaryId);
    return this.db.command(actor, EntitlementException, async (tx) => {
      const { beneficiaryId, cents } = input;
      const branch = branchOf(actor, input.branch);
      const reason = requireReason(input.reason);
      requireMoney(cents, 'input.cents');
      const { now, day } = await momentIn(tx, branch, this.clock.now());
      await classesOn(tx, beneficiaryId, day);
      await holdEntitlement(tx, beneficiaryId);
      const month = monthWished(input.month, day);
      const granted = { id: this.ids.next(), beneficiaryId, month, cents, reason, author: actor.subject, at: now };
      const exception = Object.assign(new EntitlementException(), granted);
      await tx.insert(EntitlementException, exception);
      const data = { beneficiaryId, occurredOn: day, month, cents };
      await this.outbox.add(tx, [happened(EntitlementExceptionGranted, { branch, at: now, data })], actor);
      return exception;
    });
  }
}

/** Months gone by have their accounts, and what comes after the next one is not known. Refuses `EXCEPTION_MONTH`. */
function monthWished(wished: string | null | undefined, day: string): string {
  const current = monthOf(day);
  const month = wished ?? current;
  if (month !== current && month !== monthsAfter(current, 1)) throw EXCEPTION_MONTH({}, 'input.month');
  return month;
}
