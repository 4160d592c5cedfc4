import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { Gender, SocialStatus } from '#events';
import { GraphQLVocabulary, LocalDateScalar, Uuid } from '#runtime';
import { Beneficiary } from '../beneficiary.entity.js';
import { ChangeSituation } from './change-situation.js';

@InputType({ description: 'What is another in a person’s life from a day on; a field left out stays as it is.' })
export class ChangeSituationInput {
  @Field(() => Uuid, { description: 'The person.' })
  id: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it is not the current one.' })
  expectedVersion?: number | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day of the new situation; today unless said.' })
  holdsFrom?: string | null;

  @Field(() => GraphQLVocabulary.Gender, { nullable: true, description: 'Gender from now on.' })
  gender?: Gender | null;

  @Field(() => GraphQLVocabulary.SocialStatus, { nullable: true, description: 'Main occupation from now on.' })
  socialStatus?: SocialStatus | null;

  @Field(() => String, { nullable: true, description: 'INSEE code of the new commune; null = not stated any more.' })
  communeCode?: string | null;
}

@Resolver()
export class ChangeSituationResolver {
  constructor(private readonly changeSituation: ChangeSituation) {}

  @Mutation(() => Beneficiary, {
    name: 'changeSituation',
    description:
      'From a day on, the person’s situation is another; past acts keep theirs. Refuses NOT_FOUND, CHANGED_MEANWHILE, SITUATION_DAY, COMMUNE_UNKNOWN, NOTHING_CHANGES, BENEFICIARY_VOIDED.',
  })
  @Allow(Permission.EditBeneficiaries)
  change(@Args('input') input: ChangeSituationInput, @CurrentActor() actor: Actor): Promise<Beneficiary> {
    const { gender, socialStatus, ...rest } = input;
    return this.changeSituation.execute(
      { ...rest, ...(gender && { gender }), ...(socialStatus && { socialStatus }) },
      actor,
    );
  }
}
