import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Merge } from '../merge.entity.js';
import { MergeBeneficiaries } from './merge-beneficiaries.js';

@InputType({ description: 'Two records that are one person.' })
export class MergeBeneficiariesInput {
  @Field(() => Uuid, { description: 'The record under which the person goes on.' })
  keptId: string;

  @Field(() => Uuid, { description: 'The other record. One of the two is of your branches.' })
  mergedId: string;

  @Field(() => String, { description: 'How it was found out, 3–500 characters; kept with both records.' })
  reason: string;
}

@Resolver()
export class MergeBeneficiariesResolver {
  constructor(private readonly mergeBeneficiaries: MergeBeneficiaries) {}

  @Mutation(() => Merge, {
    name: 'mergeBeneficiaries',
    description:
      'From now on the two count as one person, also in the past; what was done with either stays noted under its own id, and it can be undone. Refuses REASON_REQUIRED, NOT_FOUND, MERGE_WITH_ITSELF, MERGE_ANONYMOUS, BENEFICIARY_MERGED, BENEFICIARY_VOIDED, BENEFICIARY_ERASED, BENEFICIARY_RESTRICTED.',
  })
  @Allow(Permission.MergeBeneficiaries)
  merge(@Args('input') input: MergeBeneficiariesInput, @CurrentActor() actor: Actor): Promise<Merge> {
    return this.mergeBeneficiaries.execute(input, actor);
  }
}
