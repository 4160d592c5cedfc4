import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, refusing } from '#persistence';
import { waitUntilNamedAreKnown } from '../../known/known.js';
import { seriesFor } from '../../series/series-for.js';
import { ALREADY_ENROLLED } from '../../sessions/session.refusals.js';
import { enrolledAmong, wantedBy } from '../offer-seats.js';
import { type Seats, seatsOfSession } from '../seats-for.js';
import { ALREADY_WAITING, NOTHING_TO_WAIT_FOR, SEAT_FREE, WAITLIST_OVER } from '../waitlist.refusals.js';
import { WaitlistEntry } from '../waitlist-entry.entity.js';

/** Puts a person at the end of the line for a session, or for a series whole. */
@Injectable()
export class JoinWaitlist {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute(
    input: { sessionId?: string | null; seriesId?: string | null; beneficiaryId: string },
    actor: Actor,
  ): Promise<WaitlistEntry> {
    const { sessionId = null, seriesId = null, beneficiaryId } = input;
    await waitUntilNamedAreKnown(this.db, { beneficiaryId });
    return this.db.command(actor, WaitlistEntry, async (tx) => {
      let seats: Seats;
      if (sessionId !== null && seriesId === null) seats = await seatsOfSession(tx, sessionId);
      else if (seriesId !== null && sessionId === null) seats = await seriesFor(tx, seriesId);
      else throw NOTHING_TO_WAIT_FOR({}, 'input.sessionId');
      const now = this.clock.now();
      const branch = seats.series?.branch ?? seats.sessions[0]?.branch ?? '';
      const { entry, events } = WaitlistEntry.join(
        this.ids.next(),
        { branch, beneficiaryId, sessionId, seriesId },
        now,
      );
      const wanted = wantedBy(entry, seats, now);
      if (wanted.length === 0) throw WAITLIST_OVER({}, sessionId === null ? 'input.seriesId' : 'input.sessionId');
      if (wanted.every((session) => session.seatsTaken + session.seatsHeld < session.seats)) throw SEAT_FREE({});
      const already = () => ALREADY_WAITING({}, 'input.beneficiaryId');
      if ((await enrolledAmong(tx, wanted, beneficiaryId)).size > 0) throw ALREADY_ENROLLED({}, 'input.beneficiaryId');
      await refusing({ waitlist_once_session: already, waitlist_once_series: already }, () =>
        tx.insert(WaitlistEntry, entry),
      );
      await this.outbox.add(tx, events, actor);
      return entry;
    });
  }
}
