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
import { SupportJourney } from './support-journey.entity.js';

@InputType({ isAbstract: true })
export abstract class SupportJourneyNamed {
  @Field(() => Uuid, { description: 'The support journey.' })
  id: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it is not the current one.' })
  expectedVersion?: number | null;
}

/** What a change is made of. */
export interface ToChange {
  readonly journey: SupportJourney;
  readonly person: Beneficiary;
  readonly moment: Moment;
  readonly tx: Tx;
}

/** Loads a support journey, lets it be changed, keeps it and announces what came of it. */
@Injectable()
export class ChangeSupportJourney {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /** `purpose` is the slice's name. Refuses what `recordToChange` refuses, `NOT_FOUND`, `CHANGED_MEANWHILE`. */
  execute(
    { id, expectedVersion }: SupportJourneyNamed,
    actor: Actor,
    purpose: string,
    change: (to: ToChange) => Promise<Fact[]> | Fact[],
  ): Promise<SupportJourney> {
    return this.db.command(actor, SupportJourney, async (tx) => {
      const { beneficiaryId } = await known(tx, id);
      // The person first, as whoever opens one does.
      const { beneficiary } = await recordToChange(tx, beneficiaryId);
      await lockAggregate(tx, 'beneficiaries.support-journeys', id);
      const journey = await known(tx, id);
      requireVersion(journey.version, expectedVersion);
      const moment = await momentIn(tx, journey.branch, this.clock);
      const events = await change({ journey, person: beneficiary, moment, tx });
      await tx.update(SupportJourney, { id }, journey);
      await this.trail.note(tx, actor, [beneficiary], { action: 'WRITE', purpose, fields: ['supportJourneys'] });
      await this.outbox.add(tx, events, actor);
      return journey;
    });
  }
}

async function known(tx: Tx, id: string): Promise<SupportJourney> {
  const found = await tx.findOneBy(SupportJourney, { id });
  if (!found) throw NOT_FOUND({ what: 'Accompagnement', whatEn: 'Support journey' }, 'input.id');
  return found;
}
