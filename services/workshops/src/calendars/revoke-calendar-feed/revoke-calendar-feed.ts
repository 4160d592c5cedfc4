import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { NOT_FOUND } from '#errors';
import { Database } from '#persistence';
import { CalendarFeed } from '../calendar-feed.entity.js';

/** Lets an address lead nowhere from here on. */
@Injectable()
export class RevokeCalendarFeed {
  constructor(private readonly db: Database) {}

  execute(input: { calendarFeedId: string }, actor: Actor): Promise<CalendarFeed> {
    return this.db.command(actor, CalendarFeed, async (tx) => {
      const feed = await tx.findOneBy(CalendarFeed, { id: input.calendarFeedId });
      if (!feed) throw NOT_FOUND({ what: 'Calendrier', whatEn: 'Calendar' }, 'input.calendarFeedId');
      feed.revoked = true;
      await tx.update(CalendarFeed, { id: feed.id }, { revoked: true });
      return feed;
    });
  }
}
