import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database } from '#persistence';
import { signOffer } from '../../waitlist/offer-link.js';
import { FeedKey } from '../feed-key.js';
import { ShiftFeed } from '../shift-feed.entity.js';

@Resolver(() => ShiftFeed)
export class ListShiftFeedsResolver {
  constructor(
    private readonly db: Database,
    private readonly key: FeedKey,
  ) {}

  @Query(() => [ShiftFeed], {
    name: 'shiftFeeds',
    description: 'The addresses of the calendar of your own shifts that still hold, at most 50.',
  })
  @Allow(Permission.TakeShifts)
  list(@CurrentActor() actor: Actor): Promise<ShiftFeed[]> {
    return this.db.read(actor, (tx) =>
      tx.find(ShiftFeed, {
        where: { subject: actor.subject, revoked: false },
        order: { openedAt: 'ASC', id: 'ASC' },
        take: 50,
      }),
    );
  }

  @ResolveField(() => String, {
    name: 'token',
    nullable: true,
    description: 'What its address ends with, `/calendars/<token>`; none once it is revoked, nor for anybody else.',
  })
  @Allow(Permission.TakeShifts)
  token(@Parent() feed: ShiftFeed, @CurrentActor() actor: Actor): string | null {
    return feed.revoked || feed.subject !== actor.subject ? null : signOffer(feed.id, this.key.bytes);
  }
}
