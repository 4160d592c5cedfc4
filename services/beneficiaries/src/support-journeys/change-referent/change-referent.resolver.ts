import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { ChangeSupportJourney, SupportJourneyNamed } from '../change-support-journey.js';
import { signInOf } from '../referents.js';
import { SupportJourney } from '../support-journey.entity.js';

@InputType({ description: 'Who goes with the person from now on.' })
export class ChangeReferentInput extends SupportJourneyNamed {
  @Field(() => Boolean, { description: 'You take it on.' })
  mine: boolean;

  @Field(() => Uuid, { nullable: true, description: 'The member who does, when it is not you; left out = nobody yet.' })
  referentId?: string | null;
}

@Resolver()
export class ChangeReferentResolver {
  constructor(private readonly changeSupportJourney: ChangeSupportJourney) {}

  @Mutation(() => SupportJourney, {
    name: 'changeReferent',
    description:
      'Another member goes with the person, or nobody yet. Refuses NOT_FOUND, CHANGED_MEANWHILE, BENEFICIARY_VOIDED, BENEFICIARY_ERASED, BENEFICIARY_RESTRICTED, SUPPORT_ENDED, REFERENT_UNKNOWN.',
  })
  @Allow(Permission.FollowPeople)
  change(@Args('input') input: ChangeReferentInput, @CurrentActor() actor: Actor): Promise<SupportJourney> {
    return this.changeSupportJourney.execute(input, actor, 'change-referent', async ({ record: journey, tx }) => {
      const { referentId, mine } = input;
      const named = referentId == null ? null : await signInOf(tx, referentId, journey.branch);
      journey.refer(mine ? actor.subject : named);
      return [];
    });
  }
}
