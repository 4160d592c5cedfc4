import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import type { Attendance } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { Enrolment } from '../enrolment.entity.js';
import { enrolmentFor } from '../session-for.js';

/** Says whether a person came; each tap is saved alone. */
@Injectable()
export class MarkAttendance {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute(
    input: { enrolmentId: string; attendance: Attendance; expectedVersion?: number | null },
    actor: Actor,
  ): Promise<Enrolment> {
    return this.db.command(actor, Enrolment, async (tx) => {
      const { enrolment, session } = await enrolmentFor(tx, input.enrolmentId);
      session.requireOpen();
      const now = this.clock.now();
      session.requireAttendanceOpen(now);
      const events = enrolment.mark(session, input.attendance, input.expectedVersion ?? null, actor.subject, now);
      const { attendance, markedAt, markedBy, version } = enrolment;
      await tx.update(Enrolment, { id: enrolment.id }, { attendance, markedAt, markedBy, version });
      await this.outbox.add(tx, events, actor);
      return enrolment;
    });
  }
}
