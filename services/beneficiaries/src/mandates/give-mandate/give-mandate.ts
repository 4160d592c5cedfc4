import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import type { AdministrativeTheme } from '#events';
import { Clock, Database, Ids } from '#persistence';
import { AuditTrail } from '../../audit/audit-trail.js';
import { momentIn, recordToChange } from '../../beneficiaries/beneficiary-record.js';
import { keepContact } from '../../retention/contacts.js';
import { Mandate, type MandateDuration } from '../mandate.entity.js';

/** Keeps what a person allows to be done in their name. */
@Injectable()
export class GiveMandate {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly trail: AuditTrail,
  ) {}

  execute(
    input: { beneficiaryId: string; themes: AdministrativeTheme[]; duration: MandateDuration; agreed: boolean },
    actor: Actor,
  ): Promise<Mandate> {
    return this.db.command(actor, Mandate, async (tx) => {
      const { beneficiary } = await recordToChange(tx, input.beneficiaryId);
      const moment = await momentIn(tx, beneficiary.branch, this.clock);
      const mandate = Mandate.give({ id: this.ids.next(), by: actor.subject }, beneficiary, input, moment);
      await tx.insert(Mandate, mandate);
      await keepContact(tx, {
        ...{ kind: 'DECLARED', sourceId: mandate.id },
        ...{ beneficiaryId: beneficiary.id, occurredOn: mandate.fromOn },
      });
      const access = { action: 'WRITE', purpose: 'give-mandate', fields: ['mandates'] } as const;
      await this.trail.note(tx, actor, [beneficiary], access);
      return mandate;
    });
  }
}
