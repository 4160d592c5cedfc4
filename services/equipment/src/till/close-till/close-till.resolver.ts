import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { LocalDateScalar } from '#runtime';
import { TillDay } from '../till-day.entity.js';
import { CloseTill, type TillCount } from './close-till.js';

@InputType({ description: 'What was counted in a till.' })
export class CloseTillInput implements TillCount {
  @Field(() => String, { nullable: true, description: 'Branch of the till; yours when you have one only.' })
  branch?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day to close; today when left out.' })
  day?: string | null;

  @Field(() => Int, { description: 'Cash counted, in cents, the float included.' })
  countedCents: number;

  @Field(() => String, { nullable: true, description: 'Why it differs from what it should be, 3–500 characters.' })
  reason?: string | null;
}

@Resolver()
export class CloseTillResolver {
  constructor(private readonly closeTill: CloseTill) {}

  @Mutation(() => TillDay, {
    name: 'closeTill',
    description:
      'Counts and closes a day’s till for good; a difference needs its reason. Nothing is sold on a closed day, and what turns out wrong later is entered on a later day. Refuses TILL_NOT_OPEN, TILL_CLOSED, REASON_REQUIRED, MONEY_OUT_OF_RANGE.',
  })
  @Allow(Permission.Sell)
  close(@Args('input') input: CloseTillInput, @CurrentActor() actor: Actor): Promise<TillDay> {
    return this.closeTill.execute(input, actor);
  }
}
