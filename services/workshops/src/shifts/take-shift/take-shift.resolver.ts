import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Shift } from '../shift.entity.js';
import { TakeShift } from './take-shift.js';

@InputType({ description: 'A shift to take.' })
export class TakeShiftInput {
  @Field(() => Uuid, { description: 'The shift.' })
  shiftId: string;
}

@Resolver()
export class TakeShiftResolver {
  constructor(private readonly takeShift: TakeShift) {}

  @Mutation(() => Shift, {
    name: 'takeShift',
    description:
      'Takes a shift yourself; taking it twice changes nothing. Refuses NOT_FOUND, SHIFT_FULL, SHIFTS_OVERLAP, SHIFT_BEGUN, SHIFT_CANCELLED.',
  })
  @Allow(Permission.TakeShifts)
  take(@Args('input') input: TakeShiftInput, @CurrentActor() actor: Actor): Promise<Shift> {
    return this.takeShift.execute(input, actor);
  }
}
