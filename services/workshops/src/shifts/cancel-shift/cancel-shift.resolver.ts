import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Shift } from '../shift.entity.js';
import { CancelShift } from './cancel-shift.js';

@InputType({ description: 'A shift to call off.' })
export class CancelShiftInput {
  @Field(() => Uuid, { description: 'The shift.' })
  shiftId: string;
}

@Resolver()
export class CancelShiftResolver {
  constructor(private readonly cancelShift: CancelShift) {}

  @Mutation(() => Shift, {
    name: 'cancelShift',
    description: 'Calls a shift off. Refuses NOT_FOUND, SHIFT_CANCELLED, SHIFT_BEGUN.',
  })
  @Allow(Permission.PlanSessions)
  cancel(@Args('input') input: CancelShiftInput, @CurrentActor() actor: Actor): Promise<Shift> {
    return this.cancelShift.execute(input, actor);
  }
}
