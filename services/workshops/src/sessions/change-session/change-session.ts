import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { waitUntilNamedAreKnown } from '../../known/known.js';
import { Session } from '../session.entity.js';
import { holdingRoom, sessionFor } from '../session-for.js';
import type { SessionPlan } from '../session-plan.js';

/** Moves a session, or gives it another number of seats. */
@Injectable()
export class ChangeSession {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(
    input: SessionPlan & { sessionId: string; expectedVersion?: number | null | undefined },
    actor: Actor,
  ): Promise<Session> {
    await waitUntilNamedAreKnown(this.db, { placeId: input.placeId });
    return this.db.command(actor, Session, async (tx) => {
      const session = await sessionFor(tx, input.sessionId, input.expectedVersion ?? null);
      const events = session.change(input, this.clock.now());
      const { placeId, room, equipmentSet, startsAt, endsAt, occurredOn, seats } = session;
      await holdingRoom(() =>
        tx.update(Session, { id: session.id }, { placeId, room, equipmentSet, startsAt, endsAt, occurredOn, seats }),
      );
      await this.outbox.add(tx, events, actor);
      return session;
    });
  }
}
