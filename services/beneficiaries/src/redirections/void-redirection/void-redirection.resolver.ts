import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { requireReason } from '#errors';
import { keepContact } from '../../retention/contacts.js';
import { ChangeRedirection, RedirectionNamed } from '../change-redirection.js';
import { Redirection } from '../redirection.entity.js';

@InputType({ description: 'A redirection to take back.' })
export class VoidRedirectionInput extends RedirectionNamed {
  @Field(() => String, { description: 'Why, 3–500 characters.' })
  reason: string;
}

@Resolver()
export class VoidRedirectionResolver {
  constructor(private readonly changeRedirection: ChangeRedirection) {}

  @Mutation(() => Redirection, {
    name: 'voidRedirection',
    description:
      'Takes back a redirection noted by mistake; figures follow. Refuses NOT_FOUND, CHANGED_MEANWHILE, BENEFICIARY_VOIDED, BENEFICIARY_ERASED, BENEFICIARY_RESTRICTED, REASON_REQUIRED, REDIRECTION_VOIDED.',
  })
  @Allow(Permission.FollowPeople)
  change(@Args('input') input: VoidRedirectionInput, @CurrentActor() actor: Actor): Promise<Redirection> {
    return this.changeRedirection.execute(
      input,
      actor,
      'void-redirection',
      async ({ record: redirection, moment, tx }) => {
        const { id: sourceId, sentOn: occurredOn } = redirection;
        await keepContact(tx, { kind: 'DECLARED', sourceId, beneficiaryId: null, occurredOn });
        return redirection.void(requireReason(input.reason), actor.subject, moment);
      },
    );
  }
}
