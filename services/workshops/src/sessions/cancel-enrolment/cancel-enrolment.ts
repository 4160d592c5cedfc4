import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { Enrolment } from '../enrolment.entity.js';
import { Session } from '../session.entity.js';
import { enrolmentFor } from '../session-for.js';

/** Gives a seat back. */
@Injectable()
export class CancelEnrolment {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute(input: { enrolmentId: string }, actor: Actor): Promise<Enrolment> {
    return this.db.command(actor, Enrolment, async (tx) => {
      const { enrolment, session } = await enrolmentFor(tx, input.enrolmentId);
      session.requireOpen();
      session.seatsTaken -= 1;
      const events = enrolment.cancel(session, this.clock.now());
      await tx.decrement(Session, { id: session.id }, 'seatsTaken', 1);
      await tx.update(Enrolment, { id: enrolment.id }, { state: enrolment.state, version: enrolment.version });
      await this.outbox.add(tx, events, actor);
      return enrolment;
    });
  }
}
