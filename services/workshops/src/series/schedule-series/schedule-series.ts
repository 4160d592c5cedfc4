import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { calendarOf, waitUntilNamedAreKnown } from '../../known/known.js';
import { insertSessions, workshopFor } from '../../sessions/session-for.js';
import { refuseWhereTaken } from '../series-for.js';
import { datesKept, datesOf, type SeriesPattern } from '../series-pattern.js';
import { WorkshopSeries } from '../workshop-series.entity.js';

/** What is planned: a pattern of dates, and what all of them share. */
export interface SeriesWanted {
  workshopId: string;
  placeId: string;
  room?: string | null | undefined;
  equipmentSet?: string | null | undefined;
  seats: number;
  pattern: SeriesPattern;
  withoutDays?: readonly string[] | null | undefined;
  keepHolidays?: boolean | null | undefined;
}

/** Plans the sessions of a series together, all of them or none. */
@Injectable()
export class ScheduleSeries {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute(input: SeriesWanted, actor: Actor): Promise<WorkshopSeries> {
    await waitUntilNamedAreKnown(this.db, { placeId: input.placeId });
    return this.db.command(actor, WorkshopSeries, async (tx) => {
      const workshop = await workshopFor(tx, input.workshopId);
      const calendar = await calendarOf(tx, workshop.branch);
      const { placeId, room, equipmentSet, seats } = input;
      const plans = datesKept(datesOf(input.pattern, calendar), input).map(({ startsAt, endsAt }) => ({
        ...{ placeId, room, equipmentSet, seats, startsAt, endsAt },
      }));
      const now = this.clock.now();
      const { series, sessions, events } = WorkshopSeries.schedule(this.ids, workshop, plans, calendar.zone, now);
      await refuseWhereTaken(tx, plans, calendar.zone);
      await tx.insert(WorkshopSeries, series);
      await insertSessions(tx, sessions);
      await this.outbox.add(tx, events, actor);
      return series;
    });
  }
}
