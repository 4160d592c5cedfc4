import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import type { MediationTheme } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { localDay } from '#runtime';
import { waitUntilNamedAreKnown, zoneOf } from '../../known/known.js';
import { RefusedDropIn } from '../refused-drop-in.entity.js';

/** Notes that somebody could not be received; one tap at the front desk. */
@Injectable()
export class RefuseDropIn {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute(
    input: {
      branch?: string | null;
      occurredAt?: Date | null;
      placeId?: string | null;
      themes?: MediationTheme[] | null;
    },
    actor: Actor,
  ): Promise<RefusedDropIn> {
    await waitUntilNamedAreKnown(this.db, { placeId: input.placeId });
    return this.db.command(actor, RefusedDropIn, async (tx) => {
      const branch = branchOf(actor, input.branch);
      const now = this.clock.now();
      const occurredAt = input.occurredAt ?? now;
      const occurredOn = localDay(occurredAt, await zoneOf(tx, branch));
      const { refused, events } = RefusedDropIn.note(
        {
          id: this.ids.next(),
          branch,
          occurredAt,
          occurredOn,
          placeId: input.placeId ?? null,
          themes: [...new Set(input.themes ?? [])],
          recordedBy: actor.subject,
        },
        now,
      );
      await tx.insert(RefusedDropIn, refused);
      await this.outbox.add(tx, events, actor);
      return refused;
    });
  }
}
