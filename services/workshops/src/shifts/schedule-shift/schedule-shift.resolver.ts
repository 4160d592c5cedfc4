import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { MediationTheme } from '#events';
import { DateTime, GraphQLVocabulary, Uuid } from '#runtime';
import { Shift } from '../shift.entity.js';
import { ScheduleShift } from './schedule-shift.js';

@InputType({ description: 'When and where helpers are wanted.' })
export class ScheduleShiftInput {
  @Field(() => String, { nullable: true, description: 'Branch code; yours when you have one only.' })
  branch?: string | null;

  @Field(() => Uuid, { description: 'Where.' })
  placeId: string;

  @Field(() => DateTime, { description: 'Beginning.' })
  startsAt: Date;

  @Field(() => DateTime, { description: 'End, at most twelve hours later.' })
  endsAt: Date;

  @Field(() => Int, { description: 'How many, 1–50.' })
  needed: number;

  @Field(() => [GraphQLVocabulary.MediationTheme], {
    description: 'With what they must be able to help; none = anybody.',
  })
  skills: MediationTheme[];
}

@Resolver()
export class ScheduleShiftResolver {
  constructor(private readonly scheduleShift: ScheduleShift) {}

  @Mutation(() => Shift, {
    name: 'scheduleShift',
    description: 'Says that helpers are wanted. Refuses SHIFT_IN_PAST, SHIFT_LENGTH, HELPERS_NEEDED, NOT_YET_KNOWN.',
  })
  @Allow(Permission.PlanSessions)
  schedule(@Args('input') input: ScheduleShiftInput, @CurrentActor() actor: Actor): Promise<Shift> {
    return this.scheduleShift.execute(input, actor);
  }
}
