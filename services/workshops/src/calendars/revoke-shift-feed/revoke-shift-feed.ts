import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { NOT_FOUND } from '#errors';
import { Database } from '#persistence';
import { ShiftFeed } from '../shift-feed.entity.js';

/** Lets an address of one’s own shifts lead nowhere from here on. */
@Injectable()
export class RevokeShiftFeed {
  constructor(private readonly db: Database) {}

  execute(input: { shiftFeedId: string }, actor: Actor): Promise<ShiftFeed> {
    return this.db.command(actor, ShiftFeed, async (tx) => {
      const feed = await tx.findOneBy(ShiftFeed, { id: input.shiftFeedId, subject: actor.subject });
      if (!feed) throw NOT_FOUND({ what: 'Calendrier', whatEn: 'Calendar' }, 'input.shiftFeedId');
      feed.revoked = true;
      await tx.update(ShiftFeed, { id: feed.id }, { revoked: true });
      return feed;
    });
  }
}
