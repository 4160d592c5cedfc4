import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Clock, Database, Ids } from '#persistence';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { momentIn, recordToChange } from '../../beneficiaries/beneficiary-record.js';
import { keepContact } from '../contacts.js';
import { CONTACT_DAY } from '../retention.refusals.js';

/** Keeps that somebody is still in contact, on the word of the member who says so: their name is in the trail. */
@Injectable()
export class NoteContact {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly trail: AuditTrail,
  ) {}

  execute({ id, occurredOn }: { id: string; occurredOn: string }, actor: Actor): Promise<Beneficiary> {
    return this.db.command(actor, Beneficiary, async (tx) => {
      const { beneficiary } = await recordToChange(tx, id);
      const { today } = await momentIn(tx, beneficiary.branch, this.clock);
      if (occurredOn > today || occurredOn < beneficiary.enrolledOn)
        throw CONTACT_DAY({ from: beneficiary.enrolledOn }, 'input.occurredOn');
      await keepContact(tx, { kind: 'DECLARED', sourceId: this.ids.next(), beneficiaryId: id, occurredOn });
      await this.trail.note(tx, actor, [beneficiary], {
        action: 'WRITE',
        purpose: 'note-contact',
        fields: ['lastContact'],
      });
      return tx.findOneByOrFail(Beneficiary, { id });
    });
  }
}
