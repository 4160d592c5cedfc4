import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, refusing } from '#persistence';
import { waitUntilNamedAreKnown } from '../../known/known.js';
import { endWaiting } from '../../waitlist/end-waiting.js';
import { enrolledAmong } from '../../waitlist/offer-seats.js';
import { Enrolment } from '../enrolment.entity.js';
import { Session } from '../session.entity.js';
import { ALREADY_ENROLLED, SESSION_FULL } from '../session.refusals.js';
import { sessionFor } from '../session-for.js';

/** Gives a person a seat; never more seats than the session has, whatever the race. */
@Injectable()
export class EnrolInSession {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute(input: { sessionId: string; beneficiaryId: string }, actor: Actor): Promise<Enrolment> {
    await waitUntilNamedAreKnown(this.db, { beneficiaryId: input.beneficiaryId });
    return this.db.command(actor, Enrolment, async (tx) => {
      const session = await sessionFor(tx, input.sessionId);
      session.requireOpen();
      const full = () => SESSION_FULL({ seats: session.seats }, 'input.sessionId');
      const already = () => ALREADY_ENROLLED({}, 'input.beneficiaryId');
      if ((await enrolledAmong(tx, [session], input.beneficiaryId)).size > 0) throw already();
      // A seat that is offered to somebody who waited is nobody else’s.
      if (session.seatsTaken + session.seatsHeld >= session.seats) throw full();
      session.seatsTaken += 1;
      const { enrolment, events } = Enrolment.confirm(this.ids.next(), session, input.beneficiaryId, this.clock.now());
      await refusing({ session_never_overbooked: full, enrolment_once: already }, async () => {
        await tx.increment(Session, { id: session.id }, 'seatsTaken', 1);
        await tx.insert(Enrolment, enrolment);
      });
      events.push(...(await endWaiting(tx, session.id, input.beneficiaryId, this.clock.now())));
      await this.outbox.add(tx, events, actor);
      return enrolment;
    });
  }
}
