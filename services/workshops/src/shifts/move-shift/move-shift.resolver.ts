import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { DateTime, Uuid } from '#runtime';
import { Shift } from '../shift.entity.js';
import { MoveShift } from './move-shift.js';

@InputType({ description: 'Where a shift goes.' })
export class MoveShiftInput {
  @Field(() => Uuid, { description: 'The shift.' })
  shiftId: string;

  @Field(() => DateTime, { description: 'Its new beginning.' })
  startsAt: Date;

  @Field(() => DateTime, { description: 'Its new end, at most twelve hours later.' })
  endsAt: Date;

  @Field(() => Uuid, { nullable: true, description: 'Another place; the same when left out.' })
  placeId?: string | null;
}

@Resolver()
export class MoveShiftResolver {
  constructor(private readonly moveShift: MoveShift) {}

  @Mutation(() => Shift, {
    name: 'moveShift',
    description:
      'Moves a shift to another time or place, with everybody on it. Refuses NOT_FOUND, SHIFT_BEGUN, SHIFT_CANCELLED, SHIFT_IN_PAST, SHIFT_LENGTH, HELPER_TAKEN, NOT_YET_KNOWN.',
  })
  @Allow(Permission.PlanSessions)
  move(@Args('input') input: MoveShiftInput, @CurrentActor() actor: Actor): Promise<Shift> {
    return this.moveShift.execute(input, actor);
  }
}
