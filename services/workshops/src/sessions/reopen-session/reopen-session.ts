import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { noteCorrection } from '../../correction.entity.js';
import { kitOfSessions } from '../../resources/kit-of-sessions.js';
import { changeOutcome } from '../../series/course-outcome.js';
import { SupportAct } from '../../support-acts/support-act.entity.js';
import { seatsOfSession } from '../../waitlist/seats-for.js';
import { Enrolment } from '../enrolment.entity.js';
import { firstsWhenReopened } from '../held.js';
import { Session } from '../session.entity.js';

/** Takes a closing back, with its support acts, so that attendance can be mended and the session closed again. */
@Injectable()
export class ReopenSession {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: { sessionId: string; reason: string }, actor: Actor): Promise<Session> {
    return this.db.command(actor, Session, async (tx) => {
      const { session, series } = await seatsOfSession(tx, input.sessionId);
      const acts = await tx.find(SupportAct, { where: { sessionId: session.id, voided: false }, order: { id: 'ASC' } });
      const now = this.clock.now();
      const kit = await kitOfSessions(tx, [session.id]);
      const noShows = await tx.countBy(Enrolment, { sessionId: session.id, state: 'CONFIRMED', attendance: 'NOSHOW' });
      const held = { seen: acts.length, noShows, resources: kit.length };
      const events = session.reopen({ ...held, firstSessions: await firstsWhenReopened(tx, session) }, now);
      await tx.update(Session, { id: session.id }, { state: session.state });
      events.push(...(await changeOutcome(tx, series, now)));
      events.push(...acts.flatMap((act) => act.void(now)));
      await tx.update(SupportAct, { sessionId: session.id, voided: false }, { voided: true });
      await noteCorrection(
        tx,
        { actor, clock: this.clock, ids: this.ids },
        {
          branch: session.branch,
          subjectKind: 'SESSION',
          subjectId: session.id,
          what: 'REOPENED',
          reason: input.reason,
        },
      );
      await this.outbox.add(tx, events, actor);
      return session;
    });
  }
}
