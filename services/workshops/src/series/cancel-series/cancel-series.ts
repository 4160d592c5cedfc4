import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor } from '#access';
import { requireReason } from '#errors';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { noteCorrection } from '../../correction.entity.js';
import { Session } from '../../sessions/session.entity.js';
import { endWhatIsOver } from '../../waitlist/end-waiting.js';
import { OfferSeats } from '../../waitlist/offer-seats.js';
import { changeOutcome } from '../course-outcome.js';
import { seriesFor } from '../series-for.js';
import { WorkshopSeries } from '../workshop-series.entity.js';

/** Calls off what is still to come of a series; the enrolments stay readable, their seats no longer count. */
@Injectable()
export class CancelSeries {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly offerSeats: OfferSeats,
  ) {}

  execute(
    input: { seriesId: string; fromSessionId?: string | null; reason: string },
    actor: Actor,
  ): Promise<WorkshopSeries> {
    return this.db.command(actor, WorkshopSeries, async (tx) => {
      const seats = await seriesFor(tx, input.seriesId);
      const { series, sessions } = seats;
      const now = this.clock.now();
      const { cancelled, events } = series.cancel(sessions, input, now);
      await tx.update(
        Session,
        { id: In(cancelled.map(({ id }) => id)) },
        { state: 'CANCELLED', cancelReason: requireReason(input.reason), planVersion: () => 'plan_version + 1' },
      );
      await tx.update(WorkshopSeries, { id: series.id }, { state: series.state });
      await noteCorrection(
        tx,
        { actor, clock: this.clock, ids: this.ids },
        { branch: series.branch, subjectKind: 'SERIES', subjectId: series.id, what: 'CANCELLED', reason: input.reason },
      );
      events.push(...(await changeOutcome(tx, series, now)));
      events.push(...(await endWhatIsOver(tx, seats, 'CALLED_OFF', now)));
      events.push(...(await this.offerSeats.execute(tx, seats, now)));
      await this.outbox.add(tx, events, actor);
      return series;
    });
  }
}
