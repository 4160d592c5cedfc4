import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import type { RedirectionTarget } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { AuditTrail } from '../../audit/audit-trail.js';
import { momentIn, recordToChange } from '../../beneficiaries/beneficiary-record.js';
import { keepContact } from '../../retention/contacts.js';
import { Redirection } from '../redirection.entity.js';

/** What is noted when somebody is sent on. */
export interface SentOn {
  beneficiaryId: string;
  target: RedirectionTarget;
  whereto?: string | null;
  occurredOn?: string | null;
}

/** Notes that a person was sent on to another service. */
@Injectable()
export class RedirectPerson {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly trail: AuditTrail,
  ) {}

  execute(input: SentOn, actor: Actor): Promise<Redirection> {
    return this.db.command(actor, Redirection, async (tx) => {
      const { beneficiary } = await recordToChange(tx, input.beneficiaryId);
      const moment = await momentIn(tx, beneficiary.branch, this.clock);
      const ids = { id: this.ids.next(), by: actor.subject };
      const { redirection, events } = Redirection.send(ids, beneficiary, input, moment);
      await tx.insert(Redirection, redirection);
      await keepContact(tx, {
        ...{ kind: 'DECLARED', sourceId: redirection.id },
        ...{ beneficiaryId: beneficiary.id, occurredOn: redirection.sentOn },
      });
      const access = { action: 'WRITE', purpose: 'redirect-person', fields: ['redirections'] } as const;
      await this.trail.note(tx, actor, [beneficiary], access);
      await this.outbox.add(tx, events, actor);
      return redirection;
    });
  }
}
