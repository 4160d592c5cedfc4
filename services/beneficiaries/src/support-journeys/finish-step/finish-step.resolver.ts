import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { ChangeSupportJourney, SupportJourneyNamed } from '../change-support-journey.js';
import { SupportJourney } from '../support-journey.entity.js';

@InputType({ description: 'A step that is done, or is not after all.' })
export class FinishStepInput extends SupportJourneyNamed {
  @Field(() => Uuid, { description: 'The step.' })
  stepId: string;

  @Field(() => Boolean, { description: 'Whether it is done.' })
  done: boolean;
}

@Resolver()
export class FinishStepResolver {
  constructor(private readonly changeSupportJourney: ChangeSupportJourney) {}

  @Mutation(() => SupportJourney, {
    name: 'finishStep',
    description:
      'A step is done, or is not after all. Refuses NOT_FOUND, CHANGED_MEANWHILE, BENEFICIARY_VOIDED, BENEFICIARY_ERASED, BENEFICIARY_RESTRICTED, SUPPORT_ENDED, STEP_UNKNOWN.',
  })
  @Allow(Permission.FollowPeople)
  change(@Args('input') input: FinishStepInput, @CurrentActor() actor: Actor): Promise<SupportJourney> {
    return this.changeSupportJourney.execute(input, actor, 'finish-step', ({ record: journey, moment }) => {
      journey.finishStep(input.stepId, input.done, moment);
      return [];
    });
  }
}
