import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { ErasureGround } from '#events';
import { GraphQLVocabulary, Uuid } from '#runtime';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { EraseBeneficiary } from './erase-beneficiary.js';

@InputType({ description: 'A person to erase, for good.' })
export class EraseBeneficiaryInput {
  @Field(() => Uuid, { description: 'The person.' })
  id: string;

  @Field(() => Int, { description: 'The version you read; refused when it is not the current one.' })
  expectedVersion: number;

  @Field(() => GraphQLVocabulary.ErasureGround, { description: 'Why.' })
  ground: ErasureGround;

  @Field(() => String, { description: 'The word EFFACER, typed by whoever erases.' })
  confirmation: string;
}

@Resolver()
export class EraseBeneficiaryResolver {
  constructor(private readonly eraseBeneficiary: EraseBeneficiary) {}

  @Mutation(() => Beneficiary, {
    name: 'eraseBeneficiary',
    description:
      'Erases a person everywhere; figures stay what they were. Cannot be undone. Refuses ERASURE_NOT_CONFIRMED, NOT_FOUND, CHANGED_MEANWHILE, BENEFICIARY_ERASED.',
  })
  @Allow(Permission.EraseBeneficiaries)
  erase(@Args('input') input: EraseBeneficiaryInput, @CurrentActor() actor: Actor): Promise<Beneficiary> {
    return this.eraseBeneficiary.execute(input, actor);
  }
}
