import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { NOT_FOUND, requireReason } from '#errors';
import { lockAggregate, Outbox } from '#messaging';
import { Clock, Database, type Tx } from '#persistence';
import { AuditTrail } from '../../audit/audit-trail.js';
import { momentIn, recordToChange } from '../../beneficiaries/beneficiary-record.js';
import { keepContact } from '../../retention/contacts.js';
import { Assessment } from '../assessment.entity.js';
import { ASSESSMENT_FOLLOWED } from '../assessment.refusals.js';
import { settleFollowUps, standing, withEntry } from '../assessments.js';

/** Takes an assessment back, unless others are compared with it. */
@Injectable()
export class VoidAssessment {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  execute({ id, reason }: { id: string; reason: string }, actor: Actor): Promise<Assessment> {
    const why = requireReason(reason);
    return this.db.command(actor, Assessment, async (tx) => {
      const { beneficiaryId } = await known(tx, id);
      // The person first, as whoever adds one does.
      const { beneficiary } = await recordToChange(tx, beneficiaryId);
      await lockAggregate(tx, 'beneficiaries.assessments', id);
      const assessment = await known(tx, id);
      const events = assessment.void(why, actor.subject, await momentIn(tx, assessment.branch, this.clock));
      const rows = await standing(tx, beneficiaryId);
      const support = withEntry(rows, assessment);
      const after = support.slice(support.findIndex((row) => row.id === id) + 1);
      if (assessment.moment !== 'SIX_MONTHS' && after.some(({ moment }) => moment !== assessment.moment))
        throw ASSESSMENT_FOLLOWED({}, 'input.id');
      await tx.update(Assessment, { id }, assessment);
      await settleFollowUps(
        tx,
        rows.filter((row) => row.id !== id),
      );
      const { occurredOn } = assessment;
      await keepContact(tx, { kind: 'DECLARED', sourceId: id, beneficiaryId: null, occurredOn });
      const access = { action: 'WRITE', purpose: 'void-assessment', fields: ['assessments'] } as const;
      await this.trail.note(tx, actor, [beneficiary], access);
      await this.outbox.add(tx, events, actor);
      return assessment;
    });
  }
}

async function known(tx: Tx, id: string): Promise<Assessment> {
  const found = await tx.findOneBy(Assessment, { id });
  if (!found) throw NOT_FOUND({ what: 'Évaluation', whatEn: 'Assessment' }, 'input.id');
  return found;
}
