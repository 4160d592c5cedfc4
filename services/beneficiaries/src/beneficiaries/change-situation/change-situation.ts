import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { AuditTrail, fieldsWritten } from '../../audit/audit-trail.js';
import { keepContact } from '../../retention/contacts.js';
import { Beneficiary } from '../beneficiary.entity.js';
import { keepRecord, momentIn, recordToChange } from '../beneficiary-record.js';
import type { SituationChange } from '../class-history.js';

/** The person whose situation changes, from which day, and to what. */
export interface SituationChangeOfPerson extends SituationChange {
  id: string;
  expectedVersion?: number | null | undefined;
  holdsFrom?: string | null | undefined;
}

@Injectable()
export class ChangeSituation {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  execute(input: SituationChangeOfPerson, actor: Actor): Promise<Beneficiary> {
    return this.db.command(actor, Beneficiary, async (tx) => {
      const { beneficiary, situations } = await recordToChange(tx, input.id, input.expectedVersion);
      const moment = await momentIn(tx, beneficiary.branch, this.clock);
      const changed = beneficiary.changeSituation(situations, input.holdsFrom ?? moment.today, input, moment);
      await keepRecord(tx, beneficiary, changed.situations);
      const seen = { kind: 'RECORD', sourceId: input.id, beneficiaryId: input.id } as const;
      await keepContact(tx, { ...seen, occurredOn: moment.today });
      await this.trail.note(tx, actor, [beneficiary], {
        action: 'WRITE',
        purpose: 'change-situation',
        fields: fieldsWritten(input),
      });
      await this.outbox.add(tx, changed.events, actor);
      return beneficiary;
    });
  }
}
