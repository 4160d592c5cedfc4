import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { requireReason } from '#errors';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { Place } from '../place.entity.js';
import { placeFor } from '../place-for.js';

@Injectable()
export class RetirePlace {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(
    input: { placeId: string; reason: string; expectedVersion?: number | null | undefined },
    actor: Actor,
  ): Promise<Place> {
    return this.db.command(actor, Place, async (tx) => {
      const reason = requireReason(input.reason);
      const place = await placeFor(tx, actor, input.placeId);
      place.requireVersion(input.expectedVersion);
      const now = this.clock.now();
      const events = place.retire(now);
      await tx.save(place);
      await tx.query(
        `INSERT INTO correction (id, branch, subject_kind, subject_id, what, reason, author, at)
         VALUES ($1, $2, 'PLACE', $3, 'RETIRED', $4, $5, $6)`,
        [this.ids.next(), place.branch, place.id, reason, actor.subject, now],
      );
      await this.outbox.add(tx, events, actor);
      return place;
    });
  }
}
