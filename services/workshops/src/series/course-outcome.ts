import { CourseOutcomeChanged, type Fact, happened } from '#events';
import { type Tx, within } from '#persistence';
import { type CourseOutcome, WorkshopSeries } from './workshop-series.entity.js';

/**
 * Says anew how a course ended, once all its sessions are closed or called off, and takes it back while one is open again. A series
 * of which fewer than two sessions were held is no course. Call it after the state of a session was written; all heads are locked.
 */
export async function changeOutcome(tx: Tx, series: WorkshopSeries | null, now: Date): Promise<Fact[]> {
  if (series?.kind !== 'COURSE') return [];
  const before = series.outcome;
  const after = await outcomeOf(tx, series.id);
  if (JSON.stringify(keyOf(before)) === JSON.stringify(keyOf(after))) return [];
  series.outcome = after;
  await tx.update(WorkshopSeries, { id: series.id }, { outcome: after });
  const data = { seriesId: series.id, before, after };
  return [happened(CourseOutcomeChanged, { branch: series.branch, at: now, data })];
}

const keyOf = (outcome: CourseOutcome | null) =>
  outcome && [outcome.occurredOn, outcome.placeId, outcome.people, outcome.completed];

/** Whoever held a seat in half of what was held was on the course; whoever was seen at three quarters of it completed it. */
async function outcomeOf(tx: Tx, seriesId: string): Promise<CourseOutcome | null> {
  const values: unknown[] = [seriesId];
  const [row]: CourseOutcome[] = await tx.query(
    `WITH held AS (SELECT id, occurred_on, place_id, starts_at FROM session WHERE series_id = $1 AND state = 'CLOSED' AND ${within(tx, values)}),
     people AS (
       SELECT count(*) AS seats, count(*) FILTER (WHERE attendance = 'SEEN') AS seen
       FROM enrolment e JOIN held ON held.id = e.session_id WHERE e.state = 'CONFIRMED' GROUP BY beneficiary_id),
     last AS (SELECT occurred_on::text AS "occurredOn", place_id AS "placeId" FROM held ORDER BY starts_at DESC, id DESC LIMIT 1)
     SELECT last.*, (SELECT count(*)::int FROM people WHERE seats * 2 >= n) AS people,
            (SELECT count(*)::int FROM people WHERE seen * 4 >= n * 3) AS completed
     FROM last CROSS JOIN (SELECT count(*) AS n FROM held) AS counted
     WHERE n >= 2 AND NOT EXISTS (SELECT FROM session WHERE series_id = $1 AND state = 'SCHEDULED' AND branch = (SELECT branch FROM workshop_series WHERE id = $1))`,
    values,
  );
  return row ?? null;
}
