import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { EquipmentType, Grade } from '#events';
import { GraphQLVocabulary, LocalDateScalar } from '#runtime';
import { Tariff, type TariffTerms } from '../tariff.entity.js';
import { SetTariff } from './set-tariff.js';

@InputType({ description: 'A price of the network.' })
export class SetTariffInput implements TariffTerms {
  @Field(() => GraphQLVocabulary.EquipmentType, { description: 'Kind of device.' })
  type: EquipmentType;

  @Field(() => GraphQLVocabulary.Grade, { description: 'Grade.' })
  grade: Grade;

  @Field(() => Int, { description: 'What a person pays, in cents.' })
  cents: number;

  @Field(() => Int, { nullable: true, description: 'Estimated price on the market, in cents.' })
  marketCents?: number | null;

  @Field(() => LocalDateScalar, { description: 'First day it holds.' })
  from: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day it no longer holds; left out = open.' })
  until?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: the tariff holding until now ends on this one’s first day.',
  })
  endPrevious?: boolean | null;
}

@Resolver()
export class SetTariffResolver {
  constructor(private readonly setTariff: SetTariff) {}

  @Mutation(() => Tariff, {
    name: 'setTariff',
    description:
      'Sets what the network asks for a kind and grade over a period. Refuses TARIFF_OVERLAP, TARIFF_PERIOD, MONEY_OUT_OF_RANGE.',
  })
  @Allow(Permission.SetTariff)
  set(@Args('input') input: SetTariffInput, @CurrentActor() actor: Actor): Promise<Tariff> {
    return this.setTariff.execute(input, actor);
  }
}
