import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { noteCorrection } from '../../correction.entity.js';
import { Session } from '../session.entity.js';
import { sessionFor } from '../session-for.js';

/** Calls a session off; the enrolments stay readable, their seats no longer count. */
@Injectable()
export class CancelSession {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: { sessionId: string; reason: string }, actor: Actor): Promise<Session> {
    return this.db.command(actor, Session, async (tx) => {
      const session = await sessionFor(tx, input.sessionId);
      const events = session.cancel(input.reason, this.clock.now());
      await tx.update(Session, { id: session.id }, { state: session.state, cancelReason: session.cancelReason });
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
      await this.outbox.add(tx, events, actor);
      return session;
    });
  }
}
