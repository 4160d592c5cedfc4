import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { OfferSeats, release, saveEntries } from '../offer-seats.js';
import { saveSeats } from '../seats-for.js';
import { WaitlistEntry } from '../waitlist-entry.entity.js';
import { waitlistEntryFor } from '../waitlist-entry-for.js';

/** Takes a person out of the line; a seat that was held for them goes to the next. */
@Injectable()
export class LeaveWaitlist {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly offerSeats: OfferSeats,
  ) {}

  execute(input: { waitlistEntryId: string }, actor: Actor): Promise<WaitlistEntry> {
    return this.db.command(actor, WaitlistEntry, async (tx) => {
      const { entry, seats } = await waitlistEntryFor(tx, { id: input.waitlistEntryId });
      const now = this.clock.now();
      const held = entry.state === 'OFFERED';
      const events = entry.end('WITHDRAWN', now);
      await saveEntries(tx, [entry]);
      if (held) {
        release(entry, seats.sessions);
        await saveSeats(tx, seats.sessions);
        events.push(...(await this.offerSeats.execute(tx, seats, now)));
      }
      await this.outbox.add(tx, events, actor);
      return entry;
    });
  }
}
