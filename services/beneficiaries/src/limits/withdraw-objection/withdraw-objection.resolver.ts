import { Args, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { ChangeLimits, LimitInput } from '../change-limits.js';

@InputType({ description: 'Whose record, and why.' })
export class WithdrawObjectionInput extends LimitInput {}

@Resolver()
export class WithdrawObjectionResolver {
  constructor(private readonly limits: ChangeLimits) {}

  @Mutation(() => Beneficiary, {
    name: 'withdrawObjection',
    description:
      'Notes that a person no longer objects, from today on. Refuses REASON_REQUIRED, NOT_FOUND, CHANGED_MEANWHILE, BENEFICIARY_VOIDED, BENEFICIARY_ERASED, NOT_OBJECTED.',
  })
  @Allow(Permission.LimitBeneficiaries)
  change(@Args('input') input: WithdrawObjectionInput, @CurrentActor() actor: Actor): Promise<Beneficiary> {
    return this.limits.execute(input, actor, {
      what: 'OBJECTION_WITHDRAWN',
      purpose: 'withdraw-objection',
      change: (person, moment) => person.withdrawObjection(moment),
    });
  }
}
