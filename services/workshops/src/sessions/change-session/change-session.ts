import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { waitUntilNamedAreKnown } from '../../known/known.js';
import { OfferSeats } from '../../waitlist/offer-seats.js';
import { seatsOfSession } from '../../waitlist/seats-for.js';
import { Session } from '../session.entity.js';
import { holdingRoom } from '../session-for.js';
import type { SessionPlan } from '../session-plan.js';

/** Moves a session, or gives it another number of seats; new seats go to whoever waits, in the same transaction. */
@Injectable()
export class ChangeSession {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly offerSeats: OfferSeats,
  ) {}

  async execute(
    input: SessionPlan & { sessionId: string; expectedVersion?: number | null | undefined },
    actor: Actor,
  ): Promise<Session> {
    await waitUntilNamedAreKnown(this.db, { placeId: input.placeId });
    return this.db.command(actor, Session, async (tx) => {
      const { session, ...all } = await seatsOfSession(tx, input.sessionId, input.expectedVersion ?? null);
      const now = this.clock.now();
      const events = session.change(input, now);
      const { placeId, room, equipmentSet, startsAt, endsAt, occurredOn, seats, planVersion } = session;
      await holdingRoom(() =>
        tx.update(
          Session,
          { id: session.id },
          { placeId, room, equipmentSet, startsAt, endsAt, occurredOn, seats, planVersion },
        ),
      );
      events.push(...(await this.offerSeats.execute(tx, all, now)));
      await this.outbox.add(tx, events, actor);
      return session;
    });
  }
}
