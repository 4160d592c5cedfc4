import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { localDay, shiftDay, wallTime } from '#runtime';
import { calendarOf } from '../../known/known.js';
import { insertSessions, workshopFor } from '../../sessions/session-for.js';
import { SERIES_CANCELLED } from '../series.refusals.js';
import { refuseWhereTaken, seriesFor } from '../series-for.js';
import { dateOn, datesKept } from '../series-pattern.js';
import { WorkshopSeries } from '../workshop-series.entity.js';

const DAY_MS = 86_400_000;

/** Plans a series again from another day on: same days apart, same times, rooms and seats, for the workshop as it is today. */
@Injectable()
export class DuplicateSeries {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(
    input: { seriesId: string; firstDay: string; keepHolidays?: boolean | null },
    actor: Actor,
  ): Promise<WorkshopSeries> {
    return this.db.command(actor, WorkshopSeries, async (tx) => {
      const { series: model, sessions } = await seriesFor(tx, input.seriesId);
      const standing = sessions.filter(({ state }) => state !== 'CANCELLED');
      const [first] = standing;
      if (!first) throw SERIES_CANCELLED({}, 'input.seriesId');
      const workshop = await workshopFor(tx, model.workshopId);
      const calendar = await calendarOf(tx, workshop.branch);
      const days = Math.round((Date.parse(input.firstDay) - Date.parse(first.occurredOn)) / DAY_MS);
      const dates = standing.map((session) => {
        const [, time = ''] = wallTime(session.startsAt, session.zone).split('T');
        const day = shiftDay(localDay(session.startsAt, session.zone), days);
        return { session, ...dateOn(day, time, session.minutes, calendar) };
      });
      const kept = new Set(datesKept(dates, input).map(({ day }) => day));
      const plans = dates
        .filter(({ day }) => kept.has(day))
        .map(({ session, startsAt, endsAt }) => ({ ...session, startsAt, endsAt }));
      const now = this.clock.now();
      const {
        series,
        sessions: planned,
        events,
      } = WorkshopSeries.schedule(this.ids, workshop, plans, calendar.zone, now);
      await refuseWhereTaken(tx, plans, calendar.zone);
      await tx.insert(WorkshopSeries, series);
      await insertSessions(tx, planned);
      await this.outbox.add(tx, events, actor);
      return series;
    });
  }
}
