import { Args, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { ChangeLimits, LimitInput } from '../change-limits.js';

@InputType({ description: 'Whose record, and why.' })
export class LiftRestrictionInput extends LimitInput {}

@Resolver()
export class LiftRestrictionResolver {
  constructor(private readonly limits: ChangeLimits) {}

  @Mutation(() => Beneficiary, {
    name: 'liftRestriction',
    description:
      'Lets a record that was set aside be worked with again. Refuses REASON_REQUIRED, NOT_FOUND, CHANGED_MEANWHILE, BENEFICIARY_VOIDED, BENEFICIARY_ERASED, NOT_RESTRICTED.',
  })
  @Allow(Permission.LimitBeneficiaries)
  change(@Args('input') input: LiftRestrictionInput, @CurrentActor() actor: Actor): Promise<Beneficiary> {
    return this.limits.execute(input, actor, {
      what: 'RESTRICTION_LIFTED',
      purpose: 'lift-restriction',
      change: (person, moment) => person.liftRestriction(moment),
    });
  }
}
