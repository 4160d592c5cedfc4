import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Shift } from '../shift.entity.js';
import { RecordHours } from './record-hours.js';

@InputType({ description: 'How long somebody helped.' })
export class RecordHoursInput {
  @Field(() => Uuid, { description: 'The helper’s part in the shift.' })
  dutyId: string;

  @Field(() => Int, { description: 'Minutes, 0–720.' })
  minutes: number;
}

@Resolver()
export class RecordHoursResolver {
  constructor(private readonly recordHours: RecordHours) {}

  @Mutation(() => Shift, {
    name: 'recordHours',
    description:
      'Says how long a helper was there, 0 = not at all. Refuses NOT_FOUND, SHIFT_NOT_BEGUN, NOT_ON_SHIFT, HOURS_OUT_OF_RANGE.',
  })
  @Allow(Permission.PlanSessions)
  record(@Args('input') input: RecordHoursInput, @CurrentActor() actor: Actor): Promise<Shift> {
    return this.recordHours.execute(input, actor);
  }
}
