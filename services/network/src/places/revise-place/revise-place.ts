import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { Place } from '../place.entity.js';
import { dayOf, type PlaceForm, recordOf } from '../place-fields.js';
import { placeFor } from '../place-for.js';
import { STANDARD_FIELDS } from '../standard/standard-fields.js';

/** What revising a place takes; what is absent stays, null empties. */
export type PlaceRevision = { [K in keyof PlaceForm]?: PlaceForm[K] | null | undefined } & {
  placeId: string;
  expectedVersion?: number | null | undefined;
};

@Injectable()
export class RevisePlace {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute({ placeId, expectedVersion, ...form }: PlaceRevision, actor: Actor): Promise<Place> {
    return this.db.command(actor, Place, async (tx) => {
      const place = await placeFor(tx, actor, placeId);
      place.requireVersion(expectedVersion);
      const now = this.clock.now();
      const today = await dayOf(tx, place.branch, now);
      const current = Object.fromEntries(STANDARD_FIELDS.map(({ property }) => [property, place[property]]));
      const record = recordOf(form as PlaceForm, { ...current, updatedOn: today });
      const events = place.revise(record, now);
      await tx.save(place);
      await this.outbox.add(tx, events, actor);
      return place;
    });
  }
}
