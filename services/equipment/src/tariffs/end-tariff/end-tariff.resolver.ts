import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { LocalDateScalar, Uuid } from '#runtime';
import { Tariff } from '../tariff.entity.js';
import { EndTariff, type TariffEnd } from './end-tariff.js';

@InputType({ description: 'A tariff and the first day it no longer holds.' })
export class EndTariffInput implements TariffEnd {
  @Field(() => Uuid, { description: 'The tariff.' })
  id: string;

  @Field(() => LocalDateScalar, {
    description: 'First day it no longer holds; its own first day withdraws it altogether.',
  })
  until: string;

  @Field(() => Int, { nullable: true, description: 'Version you read; refused when it changed meanwhile.' })
  expectedVersion?: number | null;
}

@Resolver()
export class EndTariffResolver {
  constructor(private readonly endTariff: EndTariff) {}

  @Mutation(() => Tariff, {
    name: 'endTariff',
    description: 'Ends a tariff; sales already made keep their price. Refuses TARIFF_PERIOD, TARIFF_OVERLAP.',
  })
  @Allow(Permission.SetTariff)
  end(@Args('input') input: EndTariffInput, @CurrentActor() actor: Actor): Promise<Tariff> {
    return this.endTariff.execute(input, actor);
  }
}
