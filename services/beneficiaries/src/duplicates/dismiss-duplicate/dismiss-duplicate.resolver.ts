import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { DismissDuplicate } from './dismiss-duplicate.js';

@InputType({ description: 'A pair of people who are two.' })
export class DismissDuplicateInput {
  @Field(() => Uuid, { description: 'The pair.' })
  pairId: string;
}

@Resolver()
export class DismissDuplicateResolver {
  constructor(private readonly dismissDuplicate: DismissDuplicate) {}

  @Mutation(() => Boolean, {
    name: 'dismissDuplicate',
    description:
      'They are not the same person, and are proposed no more. Refuses NOT_FOUND, DUPLICATE_SETTLED, BENEFICIARY_ERASED, BENEFICIARY_RESTRICTED.',
  })
  @Allow(Permission.MergeBeneficiaries)
  dismiss(@Args('input') input: DismissDuplicateInput, @CurrentActor() actor: Actor): Promise<boolean> {
    return this.dismissDuplicate.execute(input, actor);
  }
}
