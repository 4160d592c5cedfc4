import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Beneficiary } from '../beneficiary.entity.js';
import { VoidBeneficiary } from './void-beneficiary.js';

@InputType({ description: 'An enrolment to take back.' })
export class VoidBeneficiaryInput {
  @Field(() => Uuid, { description: 'The person enrolled by mistake.' })
  id: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it is not the current one.' })
  expectedVersion?: number | null;

  @Field(() => String, { description: 'Why it is taken back, 3–500 characters.' })
  reason: string;
}

@Resolver()
export class VoidBeneficiaryResolver {
  constructor(private readonly voidBeneficiary: VoidBeneficiary) {}

  @Mutation(() => Beneficiary, {
    name: 'voidBeneficiary',
    description:
      'Takes back an enrolment made by mistake; figures follow. Refuses REASON_REQUIRED, NOT_FOUND, CHANGED_MEANWHILE, BENEFICIARY_VOIDED.',
  })
  @Allow(Permission.EditBeneficiaries)
  void(@Args('input') input: VoidBeneficiaryInput, @CurrentActor() actor: Actor): Promise<Beneficiary> {
    return this.voidBeneficiary.execute(input, actor);
  }
}
