import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import type { Actor } from '#access';
import { NOT_FOUND, requireVersion } from '#errors';
import type { Fact } from '#events';
import { lockAggregate, Outbox } from '#messaging';
import { Clock, Database, type Tx } from '#persistence';
import { Uuid } from '#runtime';
import { AuditTrail } from '../audit/audit-trail.js';
import type { Beneficiary } from '../beneficiaries/beneficiary.entity.js';
import { momentIn, recordToChange } from '../beneficiaries/beneficiary-record.js';
import type { Moment } from '../beneficiaries/enrolment-input.js';
import { Redirection } from './redirection.entity.js';

@InputType({ isAbstract: true })
export abstract class RedirectionNamed {
  @Field(() => Uuid, { description: 'The redirection.' })
  id: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it is not the current one.' })
  expectedVersion?: number | null;
}

/** What a change is made of. */
export interface ToChange {
  readonly redirection: Redirection;
  readonly person: Beneficiary;
  readonly moment: Moment;
  readonly tx: Tx;
}

/** Loads a redirection, lets it be changed, keeps it and announces what came of it. */
@Injectable()
export class ChangeRedirection {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /** `purpose` is the slice's name. Refuses what `recordToChange` refuses, `NOT_FOUND`, `CHANGED_MEANWHILE`. */
  execute(
    { id, expectedVersion }: RedirectionNamed,
    actor: Actor,
    purpose: string,
    change: (to: ToChange) => Promise<Fact[]> | Fact[],
  ): Promise<Redirection> {
    return this.db.command(actor, Redirection, async (tx) => {
      const { beneficiaryId } = await known(tx, id);
      // The person first, as whoever sends one on does.
      const { beneficiary } = await recordToChange(tx, beneficiaryId);
      await lockAggregate(tx, 'beneficiaries.redirections', id);
      const redirection = await known(tx, id);
      requireVersion(redirection.version, expectedVersion);
      const moment = await momentIn(tx, redirection.branch, this.clock);
      const events = await change({ redirection, person: beneficiary, moment, tx });
      await tx.update(Redirection, { id }, redirection);
      await this.trail.note(tx, actor, [beneficiary], { action: 'WRITE', purpose, fields: ['redirections'] });
      await this.outbox.add(tx, events, actor);
      return redirection;
    });
  }
}

async function known(tx: Tx, id: string): Promise<Redirection> {
  const found = await tx.findOneBy(Redirection, { id });
  if (!found) throw NOT_FOUND({ what: 'Redirection', whatEn: 'Redirection' }, 'input.id');
  return found;
}
