import { LIVE_READER } from '#messaging';
import type { Tx } from '#persistence';

/** One day and type of an owner's ledger, there and here. */
export interface DayDifference {
  readonly source: string;
  readonly day: string;
  readonly eventType: string;
  readonly expected: number;
  readonly found: number;
}

/** What came of comparing days. */
export interface DaysCompared {
  readonly facts: number;
  readonly days: number;
  readonly waitingDays: number;
  readonly setAside: number;
  readonly differences: DayDifference[];
}

/** First 64 bits of the MD5 of an id, signed, as the digest's contract says. */
const HASH = (id: string) => `('x' || substr(md5(${id}::text), 1, 16))::bit(64)::bigint`;

/**
 * Holds every stated day that is final here against the events this store has seen: each left at least one row, a marker when
 * it counted nothing. What is set aside or let go of is known, so it is no difference; it is told apart.
 */
export async function compareWithOwners(
  tx: Tx,
  options: { types: readonly string[]; finalUpTo: ReadonlyMap<string, Date>; limit: number },
): Promise<DaysCompared> {
  const marks = [...options.finalUpTo];
  await tx.query(
    `CREATE TEMPORARY TABLE compared ON COMMIT DROP AS
     WITH settled AS (
       SELECT s.source, s.day FROM stated_day s
       JOIN unnest($1::text[], $2::timestamptz[]) AS mark(source, final) USING (source)
       WHERE mark.final >= (s.day + 1)::timestamp AT TIME ZONE 'UTC'),
     seen AS (
       SELECT d.event_id, t.id AS type, (d.recorded_at AT TIME ZONE 'UTC')::date AS day, false AS aside
       FROM reporting.delta d JOIN event_type_number t ON t.no = d.type_no WHERE d.n = 0
       UNION ALL
       SELECT l.event_id::uuid, l.type, ((l.headers->>'recordedat')::timestamptz AT TIME ZONE 'UTC')::date, true
       FROM dead_letter l
       WHERE l.reader = $3 AND l.event_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
         AND l.headers->>'recordedat' ~ '^\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z$'
         AND NOT EXISTS (SELECT 1 FROM reporting.delta d WHERE d.event_id = l.event_id::uuid)),
     held AS (
       SELECT split_part(type, '.', 1) AS source, day, type, count(*) AS count, sum(${HASH('event_id')}) AS hash,
              count(*) FILTER (WHERE aside) AS aside
       FROM seen GROUP BY 1, 2, 3),
     stated AS (SELECT p.* FROM stated_part p JOIN settled USING (source, day))
     SELECT coalesce(s.source, h.source) AS source, coalesce(s.day, h.day) AS day, coalesce(s.type, h.type) AS type,
            coalesce(s.count, 0) AS expected, coalesce(h.count, 0) AS found, coalesce(h.aside, 0) AS aside,
            coalesce(s.hash, 0) = coalesce(h.hash, 0) AND coalesce(s.count, 0) = coalesce(h.count, 0) AS same
     FROM stated s FULL JOIN (SELECT held.* FROM held JOIN settled USING (source, day)) h USING (source, day, type)
     WHERE coalesce(s.type, h.type) = ANY ($4::text[])`,
    [marks.map(([source]) => source), marks.map(([, final]) => final), LIVE_READER, options.types],
  );
  const [sums]: { facts: string; aside: string }[] = await tx.query(
    `SELECT coalesce(sum(expected - aside) FILTER (WHERE same), 0) AS facts, coalesce(sum(aside), 0) AS aside FROM compared`,
  );
  const [days]: { settled: number; waiting: number }[] = await tx.query(
    `SELECT count(*) FILTER (WHERE mark.final >= (s.day + 1)::timestamp AT TIME ZONE 'UTC')::int AS settled,
            count(*) FILTER (WHERE mark.final IS NULL OR mark.final < (s.day + 1)::timestamp AT TIME ZONE 'UTC')::int AS waiting
     FROM stated_day s LEFT JOIN unnest($1::text[], $2::timestamptz[]) AS mark(source, final) USING (source)`,
    [marks.map(([source]) => source), marks.map(([, final]) => final)],
  );
  const differences: { source: string; day: string; type: string; expected: string; found: string }[] = await tx.query(
    `SELECT source, to_char(day, 'YYYY-MM-DD') AS day, type, expected, found FROM compared WHERE NOT same
     ORDER BY day DESC, source, type LIMIT $1`,
    [options.limit],
  );
  return {
    facts: Number(sums?.facts ?? 0),
    setAside: Number(sums?.aside ?? 0),
    days: days?.settled ?? 0,
    waitingDays: days?.waiting ?? 0,
    differences: differences.map(({ source, day, type, expected, found }) => ({
      source,
      day,
      eventType: type,
      expected: Number(expected),
      found: Number(found),
    })),
  };
}
