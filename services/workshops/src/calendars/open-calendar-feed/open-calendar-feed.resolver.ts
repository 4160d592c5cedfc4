import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { CalendarFeed } from '../calendar-feed.entity.js';
import { OpenCalendarFeed } from './open-calendar-feed.js';

@InputType({ description: 'A calendar address to open.' })
export class OpenCalendarFeedInput {
  @Field(() => String, { nullable: true, description: 'Branch code; yours when you have one only.' })
  branch?: string | null;
}

@Resolver()
export class OpenCalendarFeedResolver {
  constructor(private readonly openCalendarFeed: OpenCalendarFeed) {}

  @Mutation(() => CalendarFeed, {
    name: 'openCalendarFeed',
    description: 'Gives a branch’s calendar an address of its own, to subscribe to. Refuses FORBIDDEN.',
  })
  @Allow(Permission.PlanSessions)
  open(@Args('input') input: OpenCalendarFeedInput, @CurrentActor() actor: Actor): Promise<CalendarFeed> {
    return this.openCalendarFeed.execute(input, actor);
  }
}
