import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Clock, Database } from '#persistence';
import { AuditTrail, fieldsWritten } from '../../audit/audit-trail.js';
import { keepContact } from '../../retention/contacts.js';
import { Beneficiary } from '../beneficiary.entity.js';
import { ANONYMOUS_HAS_NO_IDENTITY } from '../beneficiary.refusals.js';
import { keepRecord, momentIn, recordToChange } from '../beneficiary-record.js';
import type { FirstNeed } from '../enrolment-input.js';
import { type IdentityInput, identityOf } from '../identity.js';

/** The person, and all their contact data as it should now read. */
export interface ContactOfPerson extends IdentityInput {
  id: string;
  expectedVersion?: number | null | undefined;
  firstNeed?: FirstNeed | null | undefined;
}

/** Nobody else is told: names and addresses stay in this service, so there is no event. */
@Injectable()
export class ChangeContact {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  execute(input: ContactOfPerson, actor: Actor): Promise<Beneficiary> {
    return this.db.command(actor, Beneficiary, async (tx) => {
      const { beneficiary } = await recordToChange(tx, input.id, input.expectedVersion);
      if (beneficiary.kind === 'ANONYMOUS') throw ANONYMOUS_HAS_NO_IDENTITY({}, 'input.id');
      Object.assign(beneficiary, identityOf(input));
      if (input.firstNeed !== undefined) beneficiary.firstNeed = input.firstNeed;
      beneficiary.version += 1;
      await keepRecord(tx, beneficiary);
      const { today: occurredOn } = await momentIn(tx, beneficiary.branch, this.clock);
      await keepContact(tx, { kind: 'RECORD', sourceId: input.id, beneficiaryId: input.id, occurredOn });
      await this.trail.note(tx, actor, [beneficiary], {
        action: 'WRITE',
        purpose: 'change-contact',
        fields: fieldsWritten(input),
      });
      return beneficiary;
    });
  }
}
