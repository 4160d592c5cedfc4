import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { requireReason } from '#errors';
import { keepContact } from '../../retention/contacts.js';
import { ChangeSupportJourney, SupportJourneyNamed } from '../change-support-journey.js';
import { SupportJourney } from '../support-journey.entity.js';

@InputType({ description: 'A support journey to take back.' })
export class VoidSupportJourneyInput extends SupportJourneyNamed {
  @Field(() => String, { description: 'Why, 3–500 characters.' })
  reason: string;
}

@Resolver()
export class VoidSupportJourneyResolver {
  constructor(private readonly changeSupportJourney: ChangeSupportJourney) {}

  @Mutation(() => SupportJourney, {
    name: 'voidSupportJourney',
    description:
      'Takes back a support journey opened by mistake; figures follow. Refuses NOT_FOUND, CHANGED_MEANWHILE, BENEFICIARY_VOIDED, BENEFICIARY_ERASED, BENEFICIARY_RESTRICTED, REASON_REQUIRED, SUPPORT_ENDED.',
  })
  @Allow(Permission.FollowPeople)
  change(@Args('input') input: VoidSupportJourneyInput, @CurrentActor() actor: Actor): Promise<SupportJourney> {
    return this.changeSupportJourney.execute(
      input,
      actor,
      'void-support-journey',
      async ({ record: journey, moment, tx }) => {
        const occurredOn = journey.openedOn;
        await keepContact(tx, { kind: 'DECLARED', sourceId: journey.id, beneficiaryId: null, occurredOn });
        return journey.void(requireReason(input.reason), actor.subject, moment);
      },
    );
  }
}
