import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Shift } from '../shift.entity.js';
import { InviteToShift } from './invite-to-shift.js';

@InputType({ description: 'Whom to ask.' })
export class InviteToShiftInput {
  @Field(() => Uuid, { description: 'The shift.' })
  shiftId: string;

  @Field(() => [Uuid], { nullable: true, description: 'Only these of its candidates; all of them when left out.' })
  memberIds?: string[] | null;
}

@Resolver()
export class InviteToShiftResolver {
  constructor(private readonly inviteToShift: InviteToShift) {}

  @Mutation(() => Shift, {
    name: 'inviteToShift',
    description:
      'Asks those who could help to take a shift; the first who says yes is in. Refuses NOT_FOUND, SHIFT_FULL, NOT_A_CANDIDATE, SHIFT_BEGUN, SHIFT_CANCELLED.',
  })
  @Allow(Permission.PlanSessions)
  invite(@Args('input') input: InviteToShiftInput, @CurrentActor() actor: Actor): Promise<Shift> {
    return this.inviteToShift.execute(input, actor);
  }
}
