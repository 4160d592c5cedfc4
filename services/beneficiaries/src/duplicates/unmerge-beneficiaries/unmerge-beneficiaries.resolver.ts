import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Merge } from '../merge.entity.js';
import { UnmergeBeneficiaries } from './unmerge-beneficiaries.js';

@InputType({ description: 'A merge that was a mistake.' })
export class UnmergeBeneficiariesInput {
  @Field(() => Uuid, { description: 'The merge.' })
  mergeId: string;

  @Field(() => String, { description: 'Why, 3–500 characters; kept with both records.' })
  reason: string;
}

@Resolver()
export class UnmergeBeneficiariesResolver {
  constructor(private readonly unmergeBeneficiaries: UnmergeBeneficiaries) {}

  @Mutation(() => Merge, {
    name: 'unmergeBeneficiaries',
    description:
      'They are two people after all, however long ago they were merged: each counts again for what was noted under their own id. Refuses REASON_REQUIRED, NOT_FOUND, MERGE_UNDONE, BENEFICIARY_ERASED, BENEFICIARY_RESTRICTED.',
  })
  @Allow(Permission.MergeBeneficiaries)
  unmerge(@Args('input') input: UnmergeBeneficiariesInput, @CurrentActor() actor: Actor): Promise<Merge> {
    return this.unmergeBeneficiaries.execute(input, actor);
  }
}
