import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import type { Fact, PersonClasses } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, type Tx } from '#persistence';
import { classesOfAllOn, UNSTATED } from '../../known/known.js';
import { keepKit } from '../../resources/kit-of-sessions.js';
import { changeOutcome } from '../../series/course-outcome.js';
import { SupportAct } from '../../support-acts/support-act.entity.js';
import { seatsOfSession } from '../../waitlist/seats-for.js';
import { Enrolment } from '../enrolment.entity.js';
import { firstsWhenClosed } from '../held.js';
import { Session } from '../session.entity.js';

/** Ends a session's attendance: one support act for each person seen, in the same transaction. */
@Injectable()
export class CloseSession {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: { sessionId: string }, actor: Actor): Promise<Session> {
    return this.db.command(actor, Session, async (tx) => {
      const { session, series } = await seatsOfSession(tx, input.sessionId);
      const expected = await tx.find(Enrolment, {
        where: { sessionId: session.id, state: 'CONFIRMED' },
        order: { beneficiaryId: 'ASC' },
      });
      const seen = expected.filter(({ attendance }) => attendance === 'SEEN');
      const noShows = expected.filter(({ attendance }) => attendance === 'NOSHOW').length;
      const now = this.clock.now();
      const held = { seen: seen.length, noShows, resources: await keepKit(tx, session) };
      const events = session.close({ ...held, firstSessions: await firstsWhenClosed(tx, session) }, now);
      await tx.update(Session, { id: session.id }, { state: session.state });
      events.push(...(await changeOutcome(tx, series, now)));
      if (seen.length > 0) events.push(...(await this.recordActs(tx, session, seen, actor)));
      await this.outbox.add(tx, events, actor);
      return session;
    });
  }

  private async recordActs(tx: Tx, session: Session, seen: readonly Enrolment[], actor: Actor): Promise<Fact[]> {
    const people = seen.map(({ beneficiaryId }) => beneficiaryId);
    const classes = await classesOfAllOn(tx, people, session.occurredOn);
    const recorded = seen.map((enrolment) =>
      this.act(session, enrolment, classes.get(enrolment.beneficiaryId) ?? UNSTATED, actor),
    );
    await tx.insert(
      SupportAct,
      recorded.map(({ act }) => act),
    );
    return recorded.flatMap(({ events }) => events);
  }

  private act(session: Session, enrolment: Enrolment, classes: PersonClasses, actor: Actor) {
    return SupportAct.record(
      {
        id: this.ids.next(),
        branch: session.branch,
        solution: 'COURSE',
        occurredAt: session.startsAt,
        occurredOn: session.occurredOn,
        sessionId: session.id,
        enrolmentId: enrolment.id,
        by: actor.subject,
      },
      {
        minutes: session.minutes,
        themes: session.themes,
        administrativeThemes: [],
        devicesUsed: [],
        autonomy: null,
        redirection: null,
        beneficiaryId: enrolment.beneficiaryId,
        placeId: session.placeId,
      },
      classes,
      // Attendance opens before the start, and so may closing: the act still belongs to the session's beginning.
      new Date(Math.max(this.clock.now().getTime(), session.startsAt.getTime())),
    );
  }
}
