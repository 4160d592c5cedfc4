import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import { Clock, Database, Ids } from '#persistence';
import { CalendarFeed } from '../calendar-feed.entity.js';

/** Gives a branch’s calendar one more address. */
@Injectable()
export class OpenCalendarFeed {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: { branch?: string | null }, actor: Actor): Promise<CalendarFeed> {
    const branch = branchOf(actor, input.branch);
    return this.db.command(actor, CalendarFeed, async (tx) => {
      const feed = Object.assign(new CalendarFeed(), {
        ...{ id: this.ids.next(), branch, openedAt: this.clock.now(), openedBy: actor.subject, revoked: false },
      });
      await tx.insert(CalendarFeed, feed);
      return feed;
    });
  }
}
