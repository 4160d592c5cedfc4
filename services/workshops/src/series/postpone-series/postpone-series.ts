import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, type Tx } from '#persistence';
import { calendarOf } from '../../known/known.js';
import { type Session } from '../../sessions/session.entity.js';
import { holdingRoom } from '../../sessions/session-for.js';
import { refuseWhereTaken, seriesFor } from '../series-for.js';
import { WorkshopSeries } from '../workshop-series.entity.js';

/** Moves one session of a series, or it and the rest, by whole days. */
@Injectable()
export class PostponeSeries {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute(
    input: { seriesId: string; fromSessionId?: string | null; days: number; andLater?: boolean | null },
    actor: Actor,
  ): Promise<WorkshopSeries> {
    return this.db.command(actor, WorkshopSeries, async (tx) => {
      const { series, sessions } = await seriesFor(tx, input.seriesId);
      const calendar = await calendarOf(tx, series.branch);
      const wanted = { ...input, andLater: input.andLater ?? true };
      const { moved, events } = series.postpone(sessions, wanted, calendar, this.clock.now());
      await refuseWhereTaken(
        tx,
        moved,
        series.zone,
        moved.map(({ id }) => id),
      );
      await holdingRoom(() => move(tx, moved));
      await this.outbox.add(tx, events, actor);
      return series;
    });
  }
}

/** One statement: what is taken is looked at once all have moved. */
async function move(tx: Tx, sessions: readonly Session[]): Promise<void> {
  await tx.query(
    `UPDATE session SET starts_at = m.starts_at, ends_at = m.ends_at, occurred_on = m.day, plan_version = plan_version + 1
     FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::date[]) AS m(id, starts_at, ends_at, day)
     WHERE session.id = m.id`,
    [
      sessions.map(({ id }) => id),
      sessions.map(({ startsAt }) => startsAt),
      sessions.map(({ endsAt }) => endsAt),
      sessions.map(({ occurredOn }) => occurredOn),
    ],
  );
}
