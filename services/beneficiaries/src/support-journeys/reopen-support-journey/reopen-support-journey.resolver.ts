import { Args, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { ChangeSupportJourney, SupportJourneyNamed } from '../change-support-journey.js';
import { requireNoneUnderWay } from '../journeys-of.js';
import { SupportJourney } from '../support-journey.entity.js';

@InputType({ description: 'A support journey that had not ended.' })
export class ReopenSupportJourneyInput extends SupportJourneyNamed {}

@Resolver()
export class ReopenSupportJourneyResolver {
  constructor(private readonly changeSupportJourney: ChangeSupportJourney) {}

  @Mutation(() => SupportJourney, {
    name: 'reopenSupportJourney',
    description:
      'That it ended was a mistake: it goes on, and figures follow. Refuses NOT_FOUND, CHANGED_MEANWHILE, BENEFICIARY_VOIDED, BENEFICIARY_ERASED, BENEFICIARY_RESTRICTED, SUPPORT_NOT_ENDED, SUPPORT_OPEN_ALREADY.',
  })
  @Allow(Permission.FollowPeople)
  change(@Args('input') input: ReopenSupportJourneyInput, @CurrentActor() actor: Actor): Promise<SupportJourney> {
    return this.changeSupportJourney.execute(
      input,
      actor,
      'reopen-support-journey',
      async ({ record: journey, person, moment, tx }) => {
        const events = journey.reopen(moment);
        await requireNoneUnderWay(tx, person.id);
        return events;
      },
    );
  }
}
