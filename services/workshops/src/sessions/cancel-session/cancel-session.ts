import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { noteCorrection } from '../../correction.entity.js';
import { changeOutcome } from '../../series/course-outcome.js';
import { endWhatIsOver } from '../../waitlist/end-waiting.js';
import { OfferSeats } from '../../waitlist/offer-seats.js';
import { seatsOfSession } from '../../waitlist/seats-for.js';
import { Session } from '../session.entity.js';

/** Calls a session off; the enrolments stay readable, their seats no longer count, and nobody waits for it any more. */
@Injectable()
export class CancelSession {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly offerSeats: OfferSeats,
  ) {}

  execute(input: { sessionId: string; reason: string }, actor: Actor): Promise<Session> {
    return this.db.command(actor, Session, async (tx) => {
      const { session, ...seats } = await seatsOfSession(tx, input.sessionId);
      const now = this.clock.now();
      const events = session.cancel(input.reason, now);
      await tx.update(
        Session,
        { id: session.id },
        { state: session.state, cancelReason: session.cancelReason, planVersion: session.planVersion },
      );
      await noteCorrection(
        tx,
        { actor, clock: this.clock, ids: this.ids },
        {
          branch: session.branch,
          subjectKind: 'SESSION',
          subjectId: session.id,
          what: 'CANCELLED',
          reason: input.reason,
        },
      );
      events.push(...(await changeOutcome(tx, seats.series, now)));
      events.push(...(await endWhatIsOver(tx, seats, 'CALLED_OFF', now)));
      // A series that lacked a seat in this session alone may have them all now.
      events.push(...(await this.offerSeats.execute(tx, seats, now)));
      await this.outbox.add(tx, events, actor);
      return session;
    });
  }
}
