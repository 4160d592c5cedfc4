import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { CalendarFeed } from '../calendar-feed.entity.js';
import { RevokeCalendarFeed } from './revoke-calendar-feed.js';

@InputType({ description: 'A calendar address to revoke.' })
export class RevokeCalendarFeedInput {
  @Field(() => Uuid, { description: 'The feed.' })
  calendarFeedId: string;
}

@Resolver()
export class RevokeCalendarFeedResolver {
  constructor(private readonly revokeCalendarFeed: RevokeCalendarFeed) {}

  @Mutation(() => CalendarFeed, {
    name: 'revokeCalendarFeed',
    description: 'Whoever subscribed to the address gets nothing from it any more. Refuses NOT_FOUND.',
  })
  @Allow(Permission.PlanSessions)
  revoke(@Args('input') input: RevokeCalendarFeedInput, @CurrentActor() actor: Actor): Promise<CalendarFeed> {
    return this.revokeCalendarFeed.execute(input, actor);
  }
}
