import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { Database } from '#persistence';
import { signOffer } from '../../waitlist/offer-link.js';
import { CalendarFeed } from '../calendar-feed.entity.js';
import { FeedKey } from '../feed-key.js';

@Resolver(() => CalendarFeed)
export class ListCalendarFeedsResolver {
  constructor(
    private readonly db: Database,
    private readonly key: FeedKey,
  ) {}

  @Query(() => [CalendarFeed], {
    name: 'calendarFeeds',
    description: 'The addresses of a branch’s calendar that still hold, at most 50.',
  })
  @Allow(Permission.PlanSessions)
  list(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    named: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<CalendarFeed[]> {
    const branch = branchOf(actor, named);
    return this.db.read(actor, (tx) =>
      tx.find(CalendarFeed, { where: { branch, revoked: false }, order: { openedAt: 'ASC', id: 'ASC' }, take: 50 }),
    );
  }

  @ResolveField(() => String, {
    name: 'token',
    nullable: true,
    description: 'What its address ends with, `/calendars/<token>`; none once it is revoked.',
  })
  @Allow(Permission.PlanSessions)
  token(@Parent() feed: CalendarFeed): string | null {
    return feed.revoked ? null : signOffer(feed.id, this.key.bytes);
  }
}
