import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { LocalDateScalar } from '#runtime';
import { HelperRate, type RateTerms } from '../helper-rate.entity.js';
import { SetHelperRate } from './set-helper-rate.js';

@InputType({ description: 'At what an hour of a helper is valued.' })
export class SetHelperRateInput implements RateTerms {
  @Field(() => Int, { description: 'Value of an hour, in cents, 1–20 000.' })
  cents: number;

  @Field(() => LocalDateScalar, { description: 'First day it holds.' })
  from: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day it no longer holds; left out = open.' })
  until?: string | null;
}

@Resolver()
export class SetHelperRateResolver {
  constructor(private readonly setHelperRate: SetHelperRate) {}

  @Mutation(() => HelperRate, {
    name: 'setHelperRate',
    description:
      'Sets at what an hour of helpers is valued over a period; a rate of the same first day is mended, one left open ends there. Statements and values follow at once. Refuses HELPER_RATE_OVERLAP, HELPER_RATE_PERIOD, HELPER_RATE_CENTS.',
  })
  @Allow(Permission.SetTariff)
  set(@Args('input') input: SetHelperRateInput, @CurrentActor() actor: Actor): Promise<HelperRate> {
    return this.setHelperRate.execute(input, actor);
  }
}
