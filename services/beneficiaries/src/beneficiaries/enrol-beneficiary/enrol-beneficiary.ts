import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { AuditTrail, fieldsWritten } from '../../audit/audit-trail.js';
import { waitUntilNamedAreKnown } from '../../known/known.js';
import { Beneficiary } from '../beneficiary.entity.js';
import { insertSituations, momentIn } from '../beneficiary-record.js';
import type { EnrolmentInput } from '../enrolment-input.js';

@Injectable()
export class EnrolBeneficiary {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly trail: AuditTrail,
  ) {}

  async execute(input: EnrolmentInput & { branch?: string | null | undefined }, actor: Actor): Promise<Beneficiary> {
    const branch = branchOf(actor, input.branch);
    await waitUntilNamedAreKnown(this.db, { branch, organisationId: input.organisationId });
    return this.db.command(actor, Beneficiary, async (tx) => {
      const { beneficiary, situations, events } = Beneficiary.enrol(
        { id: this.ids.next(), branch, by: actor.subject },
        input,
        await momentIn(tx, branch, this.clock),
      );
      await tx.insert(Beneficiary, beneficiary);
      await insertSituations(tx, beneficiary, situations);
      await this.trail.note(tx, actor, [beneficiary], {
        action: 'WRITE',
        purpose: 'enrol-beneficiary',
        fields: fieldsWritten(input),
      });
      await this.outbox.add(tx, events, actor);
      return beneficiary;
    });
  }
}
