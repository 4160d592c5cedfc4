import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { WaitlistEntry } from '../waitlist-entry.entity.js';
import { JoinWaitlist } from './join-waitlist.js';

@InputType({ description: 'A person who waits for a session, or for a series; one of the two.' })
export class JoinWaitlistInput {
  @Field(() => Uuid, { nullable: true, description: 'The session.' })
  sessionId?: string | null;

  @Field(() => Uuid, { nullable: true, description: 'The series, all of its sessions.' })
  seriesId?: string | null;

  @Field(() => Uuid, { description: 'The person.' })
  beneficiaryId: string;
}

@Resolver()
export class JoinWaitlistResolver {
  constructor(private readonly joinWaitlist: JoinWaitlist) {}

  @Mutation(() => WaitlistEntry, {
    name: 'joinWaitlist',
    description:
      'Puts a person at the end of the line. Refuses NOTHING_TO_WAIT_FOR, SEAT_FREE, ALREADY_ENROLLED, ALREADY_WAITING, WAITLIST_OVER, NOT_FOUND, NOT_YET_KNOWN.',
  })
  @Allow(Permission.EnrolInSession)
  join(@Args('input') input: JoinWaitlistInput, @CurrentActor() actor: Actor): Promise<WaitlistEntry> {
    return this.joinWaitlist.execute(input, actor);
  }
}
