import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { Enrolment } from '../../sessions/enrolment.entity.js';
import { NOT_ENROLLED } from '../../sessions/session.refusals.js';
import { OfferSeats } from '../../waitlist/offer-seats.js';
import { saveSeats } from '../../waitlist/seats-for.js';
import { seriesFor } from '../series-for.js';
import { WorkshopSeries } from '../workshop-series.entity.js';

/** Gives back a person’s seats in what is still to come of a series; they go to whoever waits, in the same transaction. */
@Injectable()
export class LeaveSeries {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly offerSeats: OfferSeats,
  ) {}

  execute(input: { seriesId: string; beneficiaryId: string }, actor: Actor): Promise<WorkshopSeries> {
    return this.db.command(actor, WorkshopSeries, async (tx) => {
      const seats = await seriesFor(tx, input.seriesId);
      const { series, sessions } = seats;
      const now = this.clock.now();
      const toCome = new Map(series.toCome(sessions, null, now).map((session) => [session.id, session]));
      const enrolments = await tx.findBy(Enrolment, {
        sessionId: In([...toCome.keys()]),
        beneficiaryId: input.beneficiaryId,
        state: 'CONFIRMED',
      });
      if (enrolments.length === 0) throw NOT_ENROLLED({}, 'input.beneficiaryId');
      const events = enrolments.flatMap((enrolment) => {
        const session = toCome.get(enrolment.sessionId);
        if (!session) return [];
        session.seatsTaken -= 1;
        return enrolment.cancel(session, now);
      });
      await tx.query(
        `UPDATE enrolment SET state = 'CANCELLED', version = version + 1 WHERE id = ANY ($1::uuid[]) AND state = 'CONFIRMED'`,
        [enrolments.map(({ id }) => id)],
      );
      await saveSeats(tx, sessions);
      events.push(...(await this.offerSeats.execute(tx, seats, now)));
      await this.outbox.add(tx, events, actor);
      return series;
    });
  }
}
