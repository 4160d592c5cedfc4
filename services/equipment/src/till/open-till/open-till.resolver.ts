import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { TillDay } from '../till-day.entity.js';
import { OpenTill } from './open-till.js';

@InputType({ description: 'What is in the till when the day begins.' })
export class OpenTillInput {
  @Field(() => String, { nullable: true, description: 'Branch of the till; yours when you have one only.' })
  branch?: string | null;

  @Field(() => Int, { description: 'Cash in it, in cents.' })
  floatCents: number;
}

@Resolver()
export class OpenTillResolver {
  constructor(private readonly openTill: OpenTill) {}

  @Mutation(() => TillDay, {
    name: 'openTill',
    description: 'Opens today’s till of a branch with its float. Refuses TILL_OPEN_ALREADY, MONEY_OUT_OF_RANGE.',
  })
  @Allow(Permission.Sell)
  open(@Args('input') input: OpenTillInput, @CurrentActor() actor: Actor): Promise<TillDay> {
    return this.openTill.execute(input, actor);
  }
}
