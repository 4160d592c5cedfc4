import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { RestrictionGround } from '#events';
import { GraphQLVocabulary } from '#runtime';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { ChangeLimits, LimitInput } from '../change-limits.js';

@InputType({ description: 'Whose record, and why.' })
export class RestrictBeneficiaryInput extends LimitInput {
  @Field(() => GraphQLVocabulary.RestrictionGround, { description: 'On which ground.' })
  restrictionGround: RestrictionGround;
}

@Resolver()
export class RestrictBeneficiaryResolver {
  constructor(private readonly limits: ChangeLimits) {}

  @Mutation(() => Beneficiary, {
    name: 'restrictBeneficiary',
    description:
      'Sets a person’s record aside: out of every list and finder, for whoever answers for rights alone. Refuses REASON_REQUIRED, NOT_FOUND, CHANGED_MEANWHILE, BENEFICIARY_VOIDED, BENEFICIARY_ERASED, BENEFICIARY_RESTRICTED_ALREADY.',
  })
  @Allow(Permission.LimitBeneficiaries)
  change(@Args('input') input: RestrictBeneficiaryInput, @CurrentActor() actor: Actor): Promise<Beneficiary> {
    return this.limits.execute(input, actor, {
      what: 'RESTRICTED',
      purpose: 'restrict-beneficiary',
      change: (person, moment) => person.restrict(input.restrictionGround, moment),
    });
  }
}
