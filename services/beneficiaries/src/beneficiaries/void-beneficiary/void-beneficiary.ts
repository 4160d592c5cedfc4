import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { requireReason } from '#errors';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { AuditTrail, fieldsWritten } from '../../audit/audit-trail.js';
import { Beneficiary } from '../beneficiary.entity.js';
import { keepRecord, momentIn, noteCorrection, recordToChange } from '../beneficiary-record.js';

@Injectable()
export class VoidBeneficiary {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly trail: AuditTrail,
  ) {}

  execute(
    input: { id: string; expectedVersion?: number | null | undefined; reason: string },
    actor: Actor,
  ): Promise<Beneficiary> {
    return this.db.command(actor, Beneficiary, async (tx) => {
      const reason = requireReason(input.reason);
      const { beneficiary, situations } = await recordToChange(tx, input.id, input.expectedVersion);
      const moment = await momentIn(tx, beneficiary.branch, this.clock);
      const events = beneficiary.void(situations, moment);
      await keepRecord(tx, beneficiary);
      await this.trail.note(tx, actor, [beneficiary], {
        action: 'WRITE',
        purpose: 'void-beneficiary',
        fields: fieldsWritten(input),
      });
      await noteCorrection(tx, {
        id: this.ids.next(),
        beneficiary,
        what: 'VOIDED',
        reason,
        author: actor.subject,
        at: moment.now,
      });
      await this.outbox.add(tx, events, actor);
      return beneficiary;
    });
  }
}
