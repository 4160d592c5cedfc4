import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { ExitReason, SupportOutcome } from '#events';
import { GraphQLVocabulary, LocalDateScalar } from '#runtime';
import { ChangeSupportJourney, SupportJourneyNamed } from '../change-support-journey.js';
import { SupportJourney } from '../support-journey.entity.js';

@InputType({ description: 'The exit of a support journey.' })
export class EndSupportJourneyInput extends SupportJourneyNamed {
  @Field(() => GraphQLVocabulary.ExitReason, { description: 'Why it ends.' })
  exitReason: ExitReason;

  @Field(() => [GraphQLVocabulary.SupportOutcome], {
    description: 'What came of it; one at least when goals were reached.',
  })
  outcomes: SupportOutcome[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'Which day; today when left out.' })
  occurredOn?: string | null;
}

@Resolver()
export class EndSupportJourneyResolver {
  constructor(private readonly changeSupportJourney: ChangeSupportJourney) {}

  @Mutation(() => SupportJourney, {
    name: 'endSupportJourney',
    description:
      'The person leaves, with what came of it. Refuses NOT_FOUND, CHANGED_MEANWHILE, BENEFICIARY_VOIDED, BENEFICIARY_ERASED, BENEFICIARY_RESTRICTED, SUPPORT_ENDED, SUPPORT_DAY, OUTCOMES_OF_EXIT.',
  })
  @Allow(Permission.FollowPeople)
  change(@Args('input') input: EndSupportJourneyInput, @CurrentActor() actor: Actor): Promise<SupportJourney> {
    return this.changeSupportJourney.execute(
      input,
      actor,
      'end-support-journey',
      ({ record: journey, person, moment }) => {
        const { exitReason: reason, outcomes, occurredOn } = input;
        return journey.end(
          { reason, outcomes, endedOn: occurredOn ?? moment.today },
          person.objectedOn === null,
          moment,
        );
      },
    );
  }
}
