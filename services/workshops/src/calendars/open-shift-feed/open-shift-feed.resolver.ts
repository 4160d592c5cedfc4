import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { ShiftFeed } from '../shift-feed.entity.js';
import { OpenShiftFeed } from './open-shift-feed.js';

@InputType({ description: 'An address of your own shifts to open.' })
export class OpenShiftFeedInput {
  @Field(() => String, { nullable: true, description: 'A branch you help in; yours when you have one only.' })
  branch?: string | null;
}

@Resolver()
export class OpenShiftFeedResolver {
  constructor(private readonly openShiftFeed: OpenShiftFeed) {}

  @Mutation(() => ShiftFeed, {
    name: 'openShiftFeed',
    description:
      'Gives the calendar of your own shifts, in all branches, an address to subscribe to. Refuses FORBIDDEN.',
  })
  @Allow(Permission.TakeShifts)
  open(@Args('input') input: OpenShiftFeedInput, @CurrentActor() actor: Actor): Promise<ShiftFeed> {
    return this.openShiftFeed.execute(input, actor);
  }
}
