import type { z } from 'zod';
import { type EventDefinition, type Fact, happened, type LedgerDigest } from '#events';
import { type Clock, type Database, type Tx } from '#persistence';
import { finalMark } from './heartbeat.js';
import { type Log } from './kafka.js';
import { type Outbox } from './outbox.js';

const LOOK_EVERY_MS = 30_000;
/** New days stated in one transaction. */
const DAYS_AT_ONCE = 31;
const DAY_MS = 86_400_000;

type Digest = z.output<typeof LedgerDigest>;

/**
 * States each day of a ledger once it is complete: how many events of each type, and a sum over their ids. A day is complete
 * when the final mark has passed its end. If one is written into it all the same, the day is stated again.
 */
export class LedgerDigester {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly options: {
      database: Database;
      outbox: Outbox;
      clock: Clock;
      log: Log;
      digest: EventDefinition;
    },
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.looking = this.looking.then(() => this.look());
    }, LOOK_EVERY_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** States what is complete and not stated yet; gives the days, oldest first. */
  async stateComplete(): Promise<string[]> {
    const { database, outbox, clock, digest } = this.options;
    return database.longWork(async (tx) => {
      const [lock]: { held: boolean }[] = await tx.query(
        `SELECT pg_try_advisory_xact_lock(hashtext('passerelle ledger digest')) AS held`,
      );
      if (!lock?.held) return [];
      const now = clock.now();
      const { days, through } = await this.due(tx, now);
      if (days.length === 0) return [];
      const facts = (await digestsOf(tx, days, digest.name)).map(
        (data): Fact => happened(digest as EventDefinition<typeof LedgerDigest>, { branch: null, at: now, data }),
      );
      // From the moment an event takes its number, its transaction must end as soon as any other: final marks rest on that.
      await tx.query(`SELECT set_config('transaction_timeout', '30s', true)`);
      await outbox.add(tx, facts);
      await tx.query(
        `INSERT INTO ledger_digest SELECT day, $2, $3 FROM unnest($1::date[]) AS day
         ON CONFLICT (day) DO UPDATE SET through_seq = EXCLUDED.through_seq, announced_at = EXCLUDED.announced_at`,
        [days, through, now],
      );
      return days;
    });
  }

  private async look(): Promise<void> {
    try {
      while ((await this.stateComplete()).length > 0);
    } catch (error) {
      this.options.log.warn({ error: error instanceof Error ? error.message : String(error) }, 'digest waits');
    }
  }

  /** Days complete by now that were not stated, or that were written into since; and the ledger's end as seen here. */
  private async due(tx: Tx, now: Date): Promise<{ days: string[]; through: string }> {
    const [ledger]: { through: string | null; stated: string | null; upto: string | null; oldest: Date | null }[] =
      await tx.query(
        `SELECT (SELECT max(seq) FROM outbox_event) AS through,
                (SELECT to_char(max(day), 'YYYY-MM-DD') FROM ledger_digest) AS stated,
                (SELECT max(through_seq) FROM ledger_digest) AS upto,
                (SELECT min(e.recorded_at) FROM outbox_pending p JOIN outbox_event e USING (seq)) AS oldest`,
      );
    if (!ledger?.through) return { days: [], through: '0' };
    const complete = dayOf(finalMark(now, ledger.oldest).getTime() - DAY_MS);
    const restated: { day: string }[] = ledger.stated
      ? await tx.query(
          `SELECT DISTINCT to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day FROM outbox_event
           WHERE seq > $1 AND recorded_at < ($2::date + 1)::timestamp AT TIME ZONE 'UTC' ORDER BY 1`,
          [ledger.upto, ledger.stated],
        )
      : [];
    const [first]: { day: string }[] = ledger.stated
      ? [{ day: dayOf(Date.parse(ledger.stated) + DAY_MS) }]
      : await tx.query(`SELECT to_char(min(recorded_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day FROM outbox_event`);
    const next: string[] = [];
    // A day before the ledger's first is stated by nobody; a day between without any event is stated as empty.
    for (let day = first?.day ?? ''; day !== '' && day <= complete; day = dayOf(Date.parse(day) + DAY_MS)) {
      if (next.length === DAYS_AT_ONCE) break;
      next.push(day);
    }
    return { days: [...restated.map(({ day }) => day), ...next], through: ledger.through };
  }
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

async function digestsOf(tx: Tx, days: readonly string[], own: string): Promise<Digest[]> {
  const rows: { day: string; topic: string; type: string; count: number; hash: string }[] = await tx.query(
    `SELECT to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, aggregate_type AS topic, type, count(*)::int AS count,
            sum(('x' || substr(md5(event_id::text), 1, 16))::bit(64)::bigint)::text AS hash
     FROM outbox_event
     WHERE recorded_at >= $2::date::timestamp AT TIME ZONE 'UTC' AND recorded_at < ($3::date + 1)::timestamp AT TIME ZONE 'UTC'
       AND (recorded_at AT TIME ZONE 'UTC')::date = ANY ($1::date[]) AND type <> $4
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [days, [...days].sort()[0], [...days].sort().at(-1), own],
  );
  const parts = Map.groupBy(rows, ({ day }) => day);
  return days.map((day) => ({ day, parts: (parts.get(day) ?? []).map(({ day: _, ...part }) => part) }));
}
