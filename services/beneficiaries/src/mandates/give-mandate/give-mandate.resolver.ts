import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { AdministrativeTheme } from '#events';
import { GraphQLVocabulary, Uuid } from '#runtime';
import { Mandate, MandateDuration } from '../mandate.entity.js';
import { GiveMandate } from './give-mandate.js';

@InputType({ description: 'What a person allows the branch to do in their name, from today on.' })
export class GiveMandateInput {
  @Field(() => Uuid, { description: 'The person.' })
  beneficiaryId: string;

  @Field(() => [GraphQLVocabulary.AdministrativeTheme], { description: 'Sorts of procedures, one at least.' })
  themes: AdministrativeTheme[];

  @Field(() => MandateDuration, { description: 'How long it holds.' })
  duration: MandateDuration;

  @Field(() => Boolean, { description: 'The person agrees; refused when they do not.' })
  agreed: boolean;
}

@Resolver()
export class GiveMandateResolver {
  constructor(private readonly giveMandate: GiveMandate) {}

  @Mutation(() => Mandate, {
    name: 'giveMandate',
    description:
      'Keeps a person’s mandate. Refuses NOT_FOUND, BENEFICIARY_VOIDED, BENEFICIARY_ERASED, BENEFICIARY_RESTRICTED, MANDATE_ANONYMOUS, MANDATE_AGREED, MANDATE_SCOPE.',
  })
  @Allow(Permission.FollowPeople)
  give(@Args('input') input: GiveMandateInput, @CurrentActor() actor: Actor): Promise<Mandate> {
    return this.giveMandate.execute(input, actor);
  }
}
