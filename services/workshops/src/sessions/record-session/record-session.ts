import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { waitUntilNamedAreKnown, zoneOf } from '../../known/known.js';
import { Session } from '../session.entity.js';
import { insertSessions, workshopFor } from '../session-for.js';
import type { SessionPlan } from '../session-plan.js';

/** Enters a session that has already taken place; its attendance can be marked at once. */
@Injectable()
export class RecordSession {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute(input: SessionPlan & { workshopId: string }, actor: Actor): Promise<Session> {
    await waitUntilNamedAreKnown(this.db, { placeId: input.placeId });
    return this.db.command(actor, Session, async (tx) => {
      const workshop = await workshopFor(tx, input.workshopId);
      const zone = await zoneOf(tx, workshop.branch);
      const { session, events } = Session.record(this.ids.next(), workshop, input, zone, this.clock.now());
      await insertSessions(tx, [session]);
      await this.outbox.add(tx, events, actor);
      return session;
    });
  }
}
