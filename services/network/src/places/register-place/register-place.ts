import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { NOT_FOUND } from '#errors';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, refusing } from '#persistence';
import { Place } from '../place.entity.js';
import { PLACE_ID_TAKEN } from '../place.refusals.js';
import { dayOf, type PlaceForm, recordOf } from '../place-fields.js';
import { keeperOf } from '../place-for.js';

/** What registering a place takes. */
export type PlaceToRegister = PlaceForm & {
  branch?: string | null | undefined;
  externalId?: string | null | undefined;
};

/** What stands as source of what was entered here. */
const OWN_SOURCE = 'Passerelle';

@Injectable()
export class RegisterPlace {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute({ branch: named, externalId, ...form }: PlaceToRegister, actor: Actor): Promise<Place> {
    return this.db.command(actor, Place, async (tx) => {
      const branch = keeperOf(actor, named);
      const id = this.ids.next();
      const now = this.clock.now();
      const updatedOn = await dayOf(tx, branch, now);
      const record = recordOf(form, { externalId: externalId ?? id, source: OWN_SOURCE, updatedOn });
      const { place, events } = Place.register(id, branch, record, now);
      await refusing(
        {
          place_source_id: () => PLACE_ID_TAKEN({}, 'input.externalId'),
          place_branch: () => NOT_FOUND({ what: 'Antenne', whatEn: 'Branch' }, 'input.branch'),
        },
        () => tx.insert(Place, place),
      );
      await this.outbox.add(tx, events, actor);
      return place;
    });
  }
}
