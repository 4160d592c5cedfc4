import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { WaitlistEntry } from '../waitlist-entry.entity.js';
import { LeaveWaitlist } from './leave-waitlist.js';

@InputType({ description: 'A place in line to give up.' })
export class LeaveWaitlistInput {
  @Field(() => Uuid, { description: 'The place in line.' })
  waitlistEntryId: string;
}

@Resolver()
export class LeaveWaitlistResolver {
  constructor(private readonly leaveWaitlist: LeaveWaitlist) {}

  @Mutation(() => WaitlistEntry, {
    name: 'leaveWaitlist',
    description:
      'Takes a person out of the line; a seat held for them goes to the next. Refuses NOT_WAITING, NOT_FOUND.',
  })
  @Allow(Permission.EnrolInSession)
  leave(@Args('input') input: LeaveWaitlistInput, @CurrentActor() actor: Actor): Promise<WaitlistEntry> {
    return this.leaveWaitlist.execute(input, actor);
  }
}
