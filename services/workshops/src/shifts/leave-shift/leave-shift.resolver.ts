import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Shift } from '../shift.entity.js';
import { LeaveShift } from './leave-shift.js';

@InputType({ description: 'A shift to give back.' })
export class LeaveShiftInput {
  @Field(() => Uuid, { description: 'The shift.' })
  shiftId: string;
}

@Resolver()
export class LeaveShiftResolver {
  constructor(private readonly leaveShift: LeaveShift) {}

  @Mutation(() => Shift, {
    name: 'leaveShift',
    description:
      'Gives your shift back before it begins, or says no to an invitation. Refuses NOT_FOUND, NOT_ON_SHIFT, SHIFT_BEGUN, SHIFT_CANCELLED.',
  })
  @Allow(Permission.TakeShifts)
  leave(@Args('input') input: LeaveShiftInput, @CurrentActor() actor: Actor): Promise<Shift> {
    return this.leaveShift.execute(input, actor);
  }
}
