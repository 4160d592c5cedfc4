import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { ShiftFeed } from '../shift-feed.entity.js';
import { RevokeShiftFeed } from './revoke-shift-feed.js';

@InputType({ description: 'An address of your own shifts to revoke.' })
export class RevokeShiftFeedInput {
  @Field(() => Uuid, { description: 'The feed.' })
  shiftFeedId: string;
}

@Resolver()
export class RevokeShiftFeedResolver {
  constructor(private readonly revokeShiftFeed: RevokeShiftFeed) {}

  @Mutation(() => ShiftFeed, {
    name: 'revokeShiftFeed',
    description: 'Whoever subscribed to the address gets nothing from it any more. Refuses NOT_FOUND.',
  })
  @Allow(Permission.TakeShifts)
  revoke(@Args('input') input: RevokeShiftFeedInput, @CurrentActor() actor: Actor): Promise<ShiftFeed> {
    return this.revokeShiftFeed.execute(input, actor);
  }
}
