import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { requireReason } from '#errors';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { AuditTrail, fieldsWritten } from '../../audit/audit-trail.js';
import { waitUntilNamedAreKnown } from '../../known/known.js';
import { Beneficiary } from '../beneficiary.entity.js';
import { keepRecord, momentIn, noteCorrection, recordToChange } from '../beneficiary-record.js';
import type { Mending } from '../enrolment-input.js';

/** The person mended, what was wrong, and why. */
export interface CorrectionOfPerson extends Mending {
  id: string;
  expectedVersion?: number | null | undefined;
  reason: string;
}

@Injectable()
export class CorrectBeneficiary {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly trail: AuditTrail,
  ) {}

  async execute(input: CorrectionOfPerson, actor: Actor): Promise<Beneficiary> {
    const reason = requireReason(input.reason);
    await waitUntilNamedAreKnown(this.db, { organisationId: input.organisationId });
    return this.db.command(actor, Beneficiary, async (tx) => {
      const { beneficiary, situations } = await recordToChange(tx, input.id, input.expectedVersion);
      const moment = await momentIn(tx, beneficiary.branch, this.clock);
      const corrected = beneficiary.correct(situations, input, moment);
      await keepRecord(tx, beneficiary, corrected.situations);
      await this.trail.note(tx, actor, [beneficiary], {
        action: 'WRITE',
        purpose: 'correct-beneficiary',
        fields: fieldsWritten(input),
      });
      await noteCorrection(tx, {
        id: this.ids.next(),
        beneficiary,
        what: 'CORRECTED',
        reason,
        author: actor.subject,
        at: moment.now,
      });
      await this.outbox.add(tx, corrected.events, actor);
      return beneficiary;
    });
  }
}
