import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { AuditTrail } from '../../audit/audit-trail.js';
import { momentIn, recordToChange } from '../../beneficiaries/beneficiary-record.js';
import { keepContact } from '../../retention/contacts.js';
import { Assessment, type AssessmentInput } from '../assessment.entity.js';
import { beforeNext, settleFollowUps, standing } from '../assessments.js';

/** Notes what was found, and compares it with what was found when the support began. */
@Injectable()
export class RecordAssessment {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly trail: AuditTrail,
  ) {}

  execute(input: AssessmentInput & { beneficiaryId: string }, actor: Actor): Promise<Assessment> {
    return this.db.command(actor, Assessment, async (tx) => {
      const { beneficiary } = await recordToChange(tx, input.beneficiaryId);
      const rows = await standing(tx, beneficiary.id);
      const before = beforeNext(beneficiary, rows, input.moment);
      const moment = await momentIn(tx, beneficiary.branch, this.clock);
      const ids = { id: this.ids.next(), by: actor.subject };
      const { assessment, events } = Assessment.record(ids, beneficiary, input, before, moment);
      await tx.insert(Assessment, assessment);
      await settleFollowUps(tx, [...rows, assessment]);
      if (assessment.outcome !== 'UNREACHABLE')
        await keepContact(tx, {
          ...{ kind: 'DECLARED', sourceId: assessment.id },
          ...{ beneficiaryId: beneficiary.id, occurredOn: assessment.occurredOn },
        });
      const access = { action: 'WRITE', purpose: 'record-assessment', fields: ['assessments'] } as const;
      await this.trail.note(tx, actor, [beneficiary], access);
      await this.outbox.add(tx, events, actor);
      return assessment;
    });
  }
}
