import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { NOT_FOUND } from '#errors';
import { Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { OfferSeats } from '../../waitlist/offer-seats.js';
import { saveSeats, seatsOfSession } from '../../waitlist/seats-for.js';
import { Enrolment } from '../enrolment.entity.js';

/** Gives a seat back; it goes to whoever waited longest for it, in the same transaction. */
@Injectable()
export class CancelEnrolment {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly offerSeats: OfferSeats,
  ) {}

  execute(input: { enrolmentId: string }, actor: Actor): Promise<Enrolment> {
    return this.db.command(actor, Enrolment, async (tx) => {
      const found = await tx.findOne(Enrolment, {
        where: { id: input.enrolmentId },
        select: { id: true, sessionId: true },
      });
      if (!found) throw NOT_FOUND({ what: 'Inscription', whatEn: 'Enrolment' }, 'input.enrolmentId');
      const { session, ...seats } = await seatsOfSession(tx, found.sessionId);
      // Read only now, under the lock: another tap may have been first.
      const enrolment = await tx.findOneByOrFail(Enrolment, { id: found.id });
      session.requireOpen();
      const now = this.clock.now();
      session.seatsTaken -= 1;
      const events = enrolment.cancel(session, now);
      await tx.update(Enrolment, { id: enrolment.id }, { state: enrolment.state, version: enrolment.version });
      await saveSeats(tx, [session]);
      events.push(...(await this.offerSeats.execute(tx, seats, now)));
      await this.outbox.add(tx, events, actor);
      return enrolment;
    });
  }
}
