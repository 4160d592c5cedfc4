import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { AuditTrail } from '../../audit/audit-trail.js';
import { momentIn, recordToChange } from '../../beneficiaries/beneficiary-record.js';
import { keepContact } from '../../retention/contacts.js';
import { requireNoneUnderWay } from '../journeys-of.js';
import { signInOf } from '../referents.js';
import { SupportJourney } from '../support-journey.entity.js';

/** Begins to go with a person; whoever begins is their referent unless another is named. */
@Injectable()
export class OpenSupportJourney {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly trail: AuditTrail,
  ) {}

  execute(
    input: { beneficiaryId: string; referentId?: string | null; occurredOn?: string | null },
    actor: Actor,
  ): Promise<SupportJourney> {
    return this.db.command(actor, SupportJourney, async (tx) => {
      const { beneficiary } = await recordToChange(tx, input.beneficiaryId);
      await requireNoneUnderWay(tx, beneficiary.id);
      const { branch } = beneficiary;
      const referent = input.referentId == null ? actor.subject : await signInOf(tx, input.referentId, branch);
      const moment = await momentIn(tx, branch, this.clock);
      const ids = { id: this.ids.next(), by: actor.subject, referent };
      const openedOn = input.occurredOn ?? moment.today;
      const { journey, events } = SupportJourney.open(ids, beneficiary, openedOn, moment);
      await tx.insert(SupportJourney, journey);
      await keepContact(tx, {
        ...{ kind: 'DECLARED', sourceId: journey.id },
        ...{ beneficiaryId: beneficiary.id, occurredOn: openedOn },
      });
      const access = { action: 'WRITE', purpose: 'open-support-journey', fields: ['supportJourneys'] } as const;
      await this.trail.note(tx, actor, [beneficiary], access);
      await this.outbox.add(tx, events, actor);
      return journey;
    });
  }
}
