import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import type { Actor } from '#access';
import { NOT_FOUND, requireVersion } from '#errors';
import { Clock, Database, type Tx } from '#persistence';
import { Uuid } from '#runtime';
import { AuditTrail } from '../audit/audit-trail.js';
import { momentIn, recordToChange } from '../beneficiaries/beneficiary-record.js';
import type { Moment } from '../beneficiaries/enrolment-input.js';
import { Mandate } from './mandate.entity.js';

@InputType({ isAbstract: true })
export abstract class MandateNamed {
  @Field(() => Uuid, { description: 'The mandate.' })
  id: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it is not the current one.' })
  expectedVersion?: number | null;
}

/** Loads a mandate under its person's lock, lets it be used or changed, and keeps it. Nobody else is told. */
@Injectable()
export class ChangeMandate {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /** `purpose` is the slice's name. Refuses what `recordToChange` refuses, `NOT_FOUND`, `CHANGED_MEANWHILE`. */
  execute(
    { id, expectedVersion }: MandateNamed,
    actor: Actor,
    purpose: string,
    change: (mandate: Mandate, moment: Moment, tx: Tx) => Promise<void> | void,
  ): Promise<Mandate> {
    return this.db.command(actor, Mandate, async (tx) => {
      const { beneficiaryId } = await known(tx, id);
      const { beneficiary } = await recordToChange(tx, beneficiaryId);
      const mandate = await known(tx, id);
      requireVersion(mandate.version, expectedVersion);
      await change(mandate, await momentIn(tx, mandate.branch, this.clock), tx);
      await tx.update(Mandate, { id }, mandate);
      await this.trail.note(tx, actor, [beneficiary], { action: 'WRITE', purpose, fields: ['mandates'] });
      return mandate;
    });
  }
}

async function known(tx: Tx, id: string): Promise<Mandate> {
  const found = await tx.findOneBy(Mandate, { id });
  if (!found) throw NOT_FOUND({ what: 'Mandat', whatEn: 'Mandate' }, 'input.id');
  return found;
}
