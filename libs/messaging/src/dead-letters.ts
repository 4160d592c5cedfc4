import { type Clock, type Database, decodeCursor, type Page, pageOf, pageSize, type Tx } from '#persistence';
import { LIVE_READER } from './place-of-record.js';
import { type Applier, PoisonError, type SetAsideReason } from './slice.js';
import { type RawRecord, readRecord } from './wire.js';

/** An event that was set aside. Events hold no personal data, so neither does this. */
export interface DeadLetter {
  readonly reader: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  /** Null for a record without a key. */
  readonly key: string | null;
  readonly eventId: string | null;
  readonly type: string | null;
  readonly reason: SetAsideReason;
  /** What went wrong, for whoever mends it. */
  readonly detail: string;
  readonly payload: string | null;
  /** W3C trace context of the request that caused it. */
  readonly trace: string | null;
  readonly setAsideAt: Date;
}

/** What came of trying a key once more. */
export interface ReplayOutcome {
  /** Events that are applied now, or had been already. */
  readonly replayed: number;
  /** Events that stay set aside. */
  readonly waiting: number;
  /** Why the first of those stays; null when none does. */
  readonly reason: SetAsideReason | null;
  readonly detail: string | null;
}

interface Row {
  reader: string;
  topic: string;
  partition: number;
  kafka_offset: string;
  key: string | null;
  event_id: string | null;
  type: string | null;
  reason: SetAsideReason;
  detail: string;
  payload: string | null;
  headers: Record<string, string>;
  set_aside_at: Date;
}

/** The events a service has set aside: to look at, to try again, to let go of. */
export class DeadLetters {
  constructor(private readonly options: { database: Database; clock: Clock; applier: (reader: string) => Applier }) {}

  /** A page of what waits, oldest first. Refuses `PAGE_SIZE` and `INVALID_CURSOR`. */
  async list(after: string | null, first = 50): Promise<Page<DeadLetter>> {
    const from = decodeCursor(after, 'instant', 'text', 'text', 'number', 'number');
    const rows: Row[] = await this.options.database.look((tx) =>
      tx.query(
        `SELECT * FROM dead_letter WHERE discarded_at IS NULL
         AND ($1::timestamptz IS NULL OR (set_aside_at, reader, topic, partition, kafka_offset) > ($1, $2, $3, $4::int, $5::bigint))
         ORDER BY set_aside_at, reader, topic, partition, kafka_offset LIMIT $6`,
        [...(from ?? [null, null, null, null, null]), pageSize(first) + 1],
      ),
    );
    return pageOf(rows.map(letterOf), first, (letter) => [
      letter.setAsideAt.toISOString(),
      letter.reader,
      letter.topic,
      letter.partition,
      letter.offset,
    ]);
  }

  /**
   * Tries a key once more, its events in the order of their aggregate. What succeeds is no longer set aside, and once all did
   * the key goes on; repeating it changes nothing, and other keys are not held up meanwhile.
   */
  async replay(topic: string, key: string | null, reader = LIVE_READER): Promise<ReplayOutcome> {
    return this.options.database.work((tx) => this.tryAll(tx, topic, key, reader));
  }

  /**
   * Lets go of the events of a key that cannot be applied, with a reason that stays with them; those that only waited behind
   * are tried again. Gives what came of these.
   */
  async discard(topic: string, key: string | null, by: string, reason: string): Promise<ReplayOutcome> {
    return this.options.database.work(async (tx) => {
      const applier = this.options.applier(LIVE_READER);
      const rows = await lockKey(tx, topic, key, LIVE_READER);
      for (const row of rows.filter((letter) => letter.reason !== 'BEHIND_PARKED')) {
        const record = recordOfRow(row);
        const parsed = readRecord(record, true);
        if (parsed.outcome === 'parsed') await applier.passOver?.(tx, parsed.event);
        await tx.query(
          `UPDATE dead_letter SET discarded_at = $5, discarded_by = $6, discard_reason = $7
           WHERE reader = $1 AND topic = $2 AND partition = $3 AND kafka_offset = $4`,
          [row.reader, topic, row.partition, row.kafka_offset, this.options.clock.now(), by, reason],
        );
      }
      return this.tryAll(tx, topic, key, LIVE_READER);
    });
  }

  /** True when a key waits for an event that was missing. */
  async waitsForMissing(topic: string, key: string): Promise<boolean> {
    const rows: unknown[] = await this.options.database.look((tx) =>
      tx.query(
        `SELECT 1 FROM dead_letter WHERE topic = $1 AND key = $2 AND reason = 'GAP' AND discarded_at IS NULL LIMIT 1`,
        [topic, key],
      ),
    );
    return rows.length > 0;
  }

  private async tryAll(tx: Tx, topic: string, key: string | null, reader: string): Promise<ReplayOutcome> {
    const applier = this.options.applier(reader);
    const records = (await lockKey(tx, topic, key, reader)).map(recordOfRow);
    records.sort((a, b) => versionOf(a) - versionOf(b) || a.offset - b.offset);
    let replayed = 0;
    for (const record of records) {
      await tx.query('SAVEPOINT one_letter');
      try {
        await applyAgain(tx, applier, record, reader);
        await tx.query('RELEASE SAVEPOINT one_letter');
        replayed += 1;
      } catch (error) {
        if (!(error instanceof PoisonError)) throw error;
        await tx.query('ROLLBACK TO SAVEPOINT one_letter');
        // In order, nothing passes the first that fails; where order does not matter, the others are tried as well.
        if (applier.parksKeys || record === records.at(-1)) return stays(replayed, records.length - replayed, error);
      }
    }
    const waiting = records.length - replayed;
    if (waiting === 0) await tx.query('DELETE FROM parked_key WHERE topic = $1 AND key = $2', [topic, key]);
    return { replayed, waiting, reason: null, detail: null };
  }
}

/** The waiting letters of a key; its row is locked, so that the consumer waits before it sets another aside. */
async function lockKey(tx: Tx, topic: string, key: string | null, reader: string): Promise<Row[]> {
  await tx.query('SELECT 1 FROM parked_key WHERE topic = $1 AND key = $2 FOR UPDATE', [topic, key]);
  return tx.query(
    `SELECT * FROM dead_letter WHERE topic = $1 AND key IS NOT DISTINCT FROM $2 AND discarded_at IS NULL AND reader = $3
     ORDER BY kafka_offset`,
    [topic, key, reader],
  );
}

async function applyAgain(tx: Tx, applier: Applier, record: RawRecord, reader: string): Promise<void> {
  const handled = applier.handles.has(record.headers['ce_type'] ?? '');
  const parsed = readRecord(record, !handled);
  if (parsed.outcome !== 'parsed') {
    const reason = parsed.outcome === 'unknown-version' ? 'UNKNOWN_VERSION' : 'INVALID';
    throw new PoisonError(record.headers['ce_id'] ?? '', reason, new Error(parsed.why));
  }
  await applier.apply(tx, [{ record, event: parsed.event }]);
  await tx.query('DELETE FROM dead_letter WHERE reader = $1 AND topic = $2 AND partition = $3 AND kafka_offset = $4', [
    reader,
    record.topic,
    record.partition,
    record.offset,
  ]);
}

function stays(replayed: number, waiting: number, failure: PoisonError): ReplayOutcome {
  const detail = failure.cause instanceof Error ? failure.cause.message : String(failure.cause);
  return { replayed, waiting, reason: failure.reason, detail };
}

function recordOfRow(row: Row): RawRecord {
  const { topic, partition, key, headers, payload } = row;
  return { topic, partition, offset: Number(row.kafka_offset), key, headers, value: payload };
}

function letterOf(row: Row): DeadLetter {
  return {
    reader: row.reader,
    topic: row.topic,
    partition: row.partition,
    offset: Number(row.kafka_offset),
    key: row.key,
    eventId: row.event_id,
    type: row.type,
    reason: row.reason,
    detail: row.detail,
    payload: row.payload,
    trace: row.headers['traceparent'] ?? null,
    setAsideAt: row.set_aside_at,
  };
}

/** Broken records have no version: they come first, and say so. */
function versionOf(record: RawRecord): number {
  const version = Number(record.headers['aggregateversion']);
  return Number.isInteger(version) ? version : 0;
}
