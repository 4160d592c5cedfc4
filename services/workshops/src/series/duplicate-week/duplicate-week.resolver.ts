import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { LocalDateScalar } from '#runtime';
import { DuplicateWeek } from './duplicate-week.js';
import { WeekCopy } from './week-copy.entity.js';

@InputType({ description: 'A week to plan again.' })
export class DuplicateWeekInput {
  @Field(() => String, { nullable: true, description: 'Branch code; yours when you have one only.' })
  branch?: string | null;

  @Field(() => LocalDateScalar, { description: 'Monday of the week to copy.' })
  fromMonday: string;

  @Field(() => LocalDateScalar, { description: 'Monday of the week to fill, still to come.' })
  toMonday: string;
}

@Resolver()
export class DuplicateWeekResolver {
  constructor(private readonly duplicateWeek: DuplicateWeek) {}

  @Mutation(() => WeekCopy, {
    name: 'duplicateWeek',
    description:
      'Plans the single sessions of a week again in another; holidays, taken rooms and what is already there are left out and counted. Refuses NOT_A_MONDAY, SAME_WEEK, SESSION_IN_PAST, ROOM_TAKEN.',
  })
  @Allow(Permission.PlanSessions)
  duplicate(@Args('input') input: DuplicateWeekInput, @CurrentActor() actor: Actor): Promise<WeekCopy> {
    return this.duplicateWeek.execute(input, actor);
  }
}
