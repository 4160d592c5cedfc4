import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import type { Actor } from '#access';
import type { Fact } from '#events';
import { Uuid } from '#runtime';
import { ChangeRecordOfPerson, type KindOfRecord, type ToChange } from '../beneficiaries/change-record-of-person.js';
import { SupportJourney } from './support-journey.entity.js';

@InputType({ isAbstract: true })
export abstract class SupportJourneyNamed {
  @Field(() => Uuid, { description: 'The support journey.' })
  id: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it is not the current one.' })
  expectedVersion?: number | null;
}

const KIND: KindOfRecord<SupportJourney> = {
  Record: SupportJourney,
  what: 'Accompagnement',
  whatEn: 'Support journey',
  topic: 'beneficiaries.support-journeys',
  field: 'supportJourneys',
};

/** Changes a support journey and announces what came of it. */
@Injectable()
export class ChangeSupportJourney {
  constructor(private readonly changeRecord: ChangeRecordOfPerson) {}

  /** `purpose` is the slice's name. Refuses what `recordToChange` refuses, `NOT_FOUND`, `CHANGED_MEANWHILE`. */
  execute(
    named: SupportJourneyNamed,
    actor: Actor,
    purpose: string,
    change: (to: ToChange<SupportJourney>) => Promise<Fact[]> | Fact[],
  ): Promise<SupportJourney> {
    return this.changeRecord.execute(KIND, named, actor, purpose, change);
  }
}
