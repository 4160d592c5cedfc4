import { Args, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { ChangeSupportJourney, SupportJourneyNamed } from '../change-support-journey.js';
import { SupportJourney } from '../support-journey.entity.js';

@InputType({ description: 'A support journey that goes on.' })
export class ResumeSupportJourneyInput extends SupportJourneyNamed {}

@Resolver()
export class ResumeSupportJourneyResolver {
  constructor(private readonly changeSupportJourney: ChangeSupportJourney) {}

  @Mutation(() => SupportJourney, {
    name: 'resumeSupportJourney',
    description:
      'It goes on after a pause. Refuses NOT_FOUND, CHANGED_MEANWHILE, BENEFICIARY_VOIDED, BENEFICIARY_ERASED, BENEFICIARY_RESTRICTED, SUPPORT_ENDED, SUPPORT_NOT_PAUSED.',
  })
  @Allow(Permission.FollowPeople)
  change(@Args('input') input: ResumeSupportJourneyInput, @CurrentActor() actor: Actor): Promise<SupportJourney> {
    return this.changeSupportJourney.execute(input, actor, 'resume-support-journey', ({ record: journey, moment }) => {
      journey.resume(moment);
      return [];
    });
  }
}
