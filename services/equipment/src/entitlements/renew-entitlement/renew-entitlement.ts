import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import { EntitlementRenewed, happened } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, refusing } from '#persistence';
import { classesOn, momentIn, waitUntilPersonKnown } from '../../known/known.js';
import { NOT_RENEWABLE } from '../entitlement.refusals.js';
import { EntitlementRenewal } from '../entitlement-acts.entity.js';
import { decide, EntitlementRule } from '../entitlement-rule.js';
import { historyOf, holdEntitlement } from '../use-entitlement.js';

/** Whose right goes on. */
export interface Renewal {
  branch?: string | null | undefined;
  beneficiaryId: string;
}

@Injectable()
export class RenewEntitlement {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly rule: EntitlementRule,
  ) {}

  async execute(input: Renewal, actor: Actor): Promise<EntitlementRenewal> {
    await waitUntilPersonKnown(this.db, input.beneficiaryId);
    return this.db.command(actor, EntitlementRenewal, async (tx) => {
      const { beneficiaryId } = input;
      const branch = branchOf(actor, input.branch);
      const moment = await momentIn(tx, branch, this.clock.now());
      await classesOn(tx, beneficiaryId, moment.day);
      await holdEntitlement(tx, beneficiaryId);
      const history = await historyOf(tx, beneficiaryId);
      const right = decide(this.rule, history, moment.day);
      const refusal = () => NOT_RENEWABLE({}, 'input.beneficiaryId');
      if (right.openedOn === null || right.renewalsLeft === 0) throw refusal();
      const nth = history.renewedOn.length + 1;
      const renewal = { id: this.ids.next(), beneficiaryId, nth, renewedOn: moment.day, author: actor.subject };
      const renewed = Object.assign(new EntitlementRenewal(), renewal);
      await refusing({ entitlement_renewed_in_turn: refusal }, () => tx.insert(EntitlementRenewal, renewed));
      const data = { beneficiaryId, occurredOn: moment.day };
      await this.outbox.add(tx, [happened(EntitlementRenewed, { branch, at: moment.now, data })], actor);
      return renewed;
    });
  }
}
