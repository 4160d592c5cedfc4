import { Args, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { ChangeSupportJourney, SupportJourneyNamed } from '../change-support-journey.js';
import { SupportJourney } from '../support-journey.entity.js';

@InputType({ description: 'A support journey that rests.' })
export class PauseSupportJourneyInput extends SupportJourneyNamed {}

@Resolver()
export class PauseSupportJourneyResolver {
  constructor(private readonly changeSupportJourney: ChangeSupportJourney) {}

  @Mutation(() => SupportJourney, {
    name: 'pauseSupportJourney',
    description:
      'Nothing is expected of the person for a while. Refuses NOT_FOUND, CHANGED_MEANWHILE, BENEFICIARY_VOIDED, BENEFICIARY_ERASED, BENEFICIARY_RESTRICTED, SUPPORT_ENDED, SUPPORT_PAUSED.',
  })
  @Allow(Permission.FollowPeople)
  change(@Args('input') input: PauseSupportJourneyInput, @CurrentActor() actor: Actor): Promise<SupportJourney> {
    return this.changeSupportJourney.execute(input, actor, 'pause-support-journey', ({ record: journey, moment }) => {
      journey.pause(moment);
      return [];
    });
  }
}
