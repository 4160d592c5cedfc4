import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { BeneficiaryErased, type ErasureGround, happened } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { ERASURE_NOT_CONFIRMED } from '../../beneficiaries/beneficiary.refusals.js';
import { momentIn, personToErase } from '../../beneficiaries/beneficiary-record.js';
import { eraseRecord } from '../erase-record.js';

/** Typed by whoever erases, so that nobody does it by a slip. */
const CONFIRMATION = 'EFFACER';

/** Whom to erase, as they were last read, and why. */
export interface PersonToErase {
  id: string;
  expectedVersion: number;
  ground: ErasureGround;
  confirmation: string;
}

@Injectable()
export class EraseBeneficiary {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  execute({ id, expectedVersion, ground, confirmation }: PersonToErase, actor: Actor): Promise<Beneficiary> {
    return this.db.command(actor, Beneficiary, async (tx) => {
      if (confirmation.trim().toUpperCase() !== CONFIRMATION) throw ERASURE_NOT_CONFIRMED({}, 'input.confirmation');
      const person = await personToErase(tx, id, expectedVersion);
      const { branch } = person;
      const { now, today } = await momentIn(tx, branch, this.clock);
      await eraseRecord(tx, { beneficiaryId: id, branch, erasedAt: now, ground, erasedBy: actor.subject });
      await this.trail.note(tx, actor, [person], { action: 'WRITE', purpose: 'erase-beneficiary', fields: ['record'] });
      const data = { beneficiaryId: id, occurredOn: today, ground };
      await this.outbox.add(tx, [happened(BeneficiaryErased, { branch, at: now, data })], actor);
      return tx.findOneByOrFail(Beneficiary, { id });
    });
  }
}
