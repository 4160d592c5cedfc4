import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, refusing } from '#persistence';
import { waitUntilNamedAreKnown } from '../../known/known.js';
import { Enrolment } from '../../sessions/enrolment.entity.js';
import { ALREADY_ENROLLED, SERIES_FULL, SESSION_FULL } from '../../sessions/session.refusals.js';
import { endWaitingForSeries } from '../../waitlist/end-waiting.js';
import { enrolledAmong, OfferSeats } from '../../waitlist/offer-seats.js';
import { saveSeats } from '../../waitlist/seats-for.js';
import { seriesFor } from '../series-for.js';
import { WorkshopSeries } from '../workshop-series.entity.js';

/** Gives a person a seat in every session of a series that is still to come, or in none. */
@Injectable()
export class EnrolInSeries {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly offerSeats: OfferSeats,
  ) {}

  async execute(input: { seriesId: string; beneficiaryId: string }, actor: Actor): Promise<WorkshopSeries> {
    const { seriesId, beneficiaryId } = input;
    await waitUntilNamedAreKnown(this.db, { beneficiaryId });
    return this.db.command(actor, WorkshopSeries, async (tx) => {
      const seats = await seriesFor(tx, seriesId);
      const { series, sessions } = seats;
      const now = this.clock.now();
      const toCome = series.toCome(sessions, null, now);
      const already = await enrolledAmong(tx, toCome, beneficiaryId);
      const wanted = toCome.filter(({ id }) => !already.has(id));
      if (wanted.length === 0) throw ALREADY_ENROLLED({}, 'input.beneficiaryId');
      const full = wanted.find((session) => session.seatsTaken + session.seatsHeld >= session.seats);
      if (full) throw SERIES_FULL({ day: shortDay(full.startsAt, series.zone) }, 'input.seriesId');
      const given = wanted.map((session) => {
        session.seatsTaken += 1;
        return Enrolment.confirm(this.ids.next(), session, beneficiaryId, now);
      });
      await refusing(
        {
          session_never_overbooked: () => SESSION_FULL({ seats: wanted[0]?.seats ?? 0 }, 'input.seriesId'),
          enrolment_once: () => ALREADY_ENROLLED({}, 'input.beneficiaryId'),
        },
        async () => {
          await saveSeats(tx, wanted);
          await tx.insert(
            Enrolment,
            given.map(({ enrolment }) => enrolment),
          );
        },
      );
      const facts = given.flatMap(({ events }) => events);
      facts.push(...(await endWaitingForSeries(tx, seats, beneficiaryId, now)));
      facts.push(...(await this.offerSeats.execute(tx, seats, now)));
      await this.outbox.add(tx, facts, actor);
      return series;
    });
  }
}

function shortDay(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('fr-FR', { timeZone: zone, dateStyle: 'short' }).format(at);
}
