import { Args, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { ChangeMandate, MandateNamed } from '../change-mandate.js';
import { Mandate } from '../mandate.entity.js';

@InputType({ description: 'A mandate that the person takes back.' })
export class RevokeMandateInput extends MandateNamed {}

@Resolver()
export class RevokeMandateResolver {
  constructor(private readonly changeMandate: ChangeMandate) {}

  @Mutation(() => Mandate, {
    name: 'revokeMandate',
    description:
      'The person takes a mandate back: from now on nothing is done in their name. Refuses NOT_FOUND, CHANGED_MEANWHILE, BENEFICIARY_VOIDED, BENEFICIARY_ERASED, BENEFICIARY_RESTRICTED, MANDATE_OVER.',
  })
  @Allow(Permission.FollowPeople)
  change(@Args('input') input: RevokeMandateInput, @CurrentActor() actor: Actor): Promise<Mandate> {
    return this.changeMandate.execute(input, actor, 'revoke-mandate', ({ record: mandate, moment }) => {
      mandate.revoke(actor.subject, moment);
      return [];
    });
  }
}
