import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { LocalDateScalar, Uuid } from '#runtime';
import { SupportJourney } from '../support-journey.entity.js';
import { OpenSupportJourney } from './open-support-journey.js';

@InputType({ description: 'A support journey that begins.' })
export class OpenSupportJourneyInput {
  @Field(() => Uuid, { description: 'The person.' })
  beneficiaryId: string;

  @Field(() => Uuid, { nullable: true, description: 'The member who goes with them; you when left out.' })
  referentId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Which day; today when left out.' })
  occurredOn?: string | null;
}

@Resolver()
export class OpenSupportJourneyResolver {
  constructor(private readonly openSupportJourney: OpenSupportJourney) {}

  @Mutation(() => SupportJourney, {
    name: 'openSupportJourney',
    description:
      'Begins to go with a person. Refuses NOT_FOUND, BENEFICIARY_VOIDED, BENEFICIARY_ERASED, BENEFICIARY_RESTRICTED, SUPPORT_ANONYMOUS, SUPPORT_OPEN_ALREADY, REFERENT_UNKNOWN, SUPPORT_DAY.',
  })
  @Allow(Permission.FollowPeople)
  open(@Args('input') input: OpenSupportJourneyInput, @CurrentActor() actor: Actor): Promise<SupportJourney> {
    return this.openSupportJourney.execute(input, actor);
  }
}
