import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import { Clock, Database, Ids } from '#persistence';
import { ShiftFeed } from '../shift-feed.entity.js';

/** Gives the calendar of one’s own shifts one more address. */
@Injectable()
export class OpenShiftFeed {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: { branch?: string | null }, actor: Actor): Promise<ShiftFeed> {
    return this.db.command(actor, ShiftFeed, async (tx) => {
      const branch = branchOf(actor, input.branch);
      const feed = Object.assign(new ShiftFeed(), {
        ...{ id: this.ids.next(), branch, subject: actor.subject, openedAt: this.clock.now(), revoked: false },
      });
      await tx.insert(ShiftFeed, feed);
      return feed;
    });
  }
}
