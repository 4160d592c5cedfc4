import { type Admin } from 'kafkajs';
import { type Database, type Tx } from '#persistence';
import { FencedError } from './slice.js';
import { epochOf, type RawRecord } from './wire.js';

/** Who reads: the service itself is `live`; what is rebuilt beside it has a name and a place of its own. */
export const LIVE_READER = 'live';

/** Where a reader goes on in one partition, as its own database says. */
export interface Place {
  readonly next: number;
  /** The last event read there; null at the very beginning. */
  readonly lastEvent: string | null;
  /** How often the topic had been sent anew when this reader last began it. */
  readonly epoch: number;
}

/** The place of record, 0 for a partition never read. */
export async function placeOf(database: Database, reader: string, topic: string, partition: number): Promise<Place> {
  return database.work(async (tx) => {
    await tx.query(
      'INSERT INTO consumer_offset (reader, topic, partition, next_offset) VALUES ($1, $2, $3, 0) ON CONFLICT DO NOTHING',
      [reader, topic, partition],
    );
    const [row]: { next_offset: string; last_event: string | null; epoch: number }[] = await tx.query(
      'SELECT next_offset, last_event, epoch FROM consumer_offset WHERE reader = $1 AND topic = $2 AND partition = $3',
      [reader, topic, partition],
    );
    return { next: Number(row?.next_offset ?? 0), lastEvent: row?.last_event ?? null, epoch: row?.epoch ?? 0 };
  });
}

/** Moves the place past a slice, in the slice's own transaction. Throws `FencedError` when the slice does not begin there. */
export async function moveFence(tx: Tx, reader: string, slice: readonly RawRecord[]): Promise<void> {
  const first = slice[0];
  const last = slice.at(-1);
  if (!first || !last) return;
  const moved: [unknown[], number] = await tx.query(
    `UPDATE consumer_offset SET next_offset = $1, last_event = $2
     WHERE reader = $3 AND topic = $4 AND partition = $5 AND next_offset = $6`,
    [last.offset + 1, uuidOrNull(last.headers['ce_id']), reader, first.topic, first.partition, first.offset],
  );
  if (moved[1] !== 1) throw new FencedError(`${first.topic}/${first.partition} is not at ${first.offset}`);
}

/**
 * Reads the partition from its first offset once more: the topic was created or sent anew, so places in it mean
 * nothing. What was applied already is dropped by its id.
 */
export async function beginAgain(
  database: Database,
  reader: string,
  at: { topic: string; partition: number; offset: number; epoch?: number },
): Promise<void> {
  await database.work((tx) =>
    tx.query(
      `UPDATE consumer_offset SET next_offset = $4, last_event = NULL, epoch = greatest(epoch, $5)
       WHERE reader = $1 AND topic = $2 AND partition = $3`,
      [reader, at.topic, at.partition, at.offset, at.epoch ?? 0],
    ),
  );
}

/** How a partition is taken up again: from `seek` on; when `check` names an event, it must be the record found there. */
export interface Resumption {
  readonly seek: number;
  readonly check: string | null;
  /** The topic is not the one read before: the place of record must begin again at `seek`. */
  readonly anew: boolean;
}

/**
 * Holds the place of record against the log. Kafka's client cannot tell a topic created anew from the old one, so the
 * last record read is read once more: the same id there proves that the place still means something.
 */
export function resume(place: Place, log: { low: number; high: number }): Resumption {
  if (place.next > log.high || place.next < log.low) return { seek: log.low, check: null, anew: true };
  if (place.next > log.low && place.lastEvent) return { seek: place.next - 1, check: place.lastEvent, anew: false };
  return { seek: place.next, check: null, anew: false };
}

/**
 * What a record says of a place: that the topic is the `same` as when we stood there, or `another`; nothing when it lies
 * `elsewhere` than right before it.
 */
export function prove(place: Place, first: RawRecord): 'same' | 'another' | 'elsewhere' {
  if (first.offset !== place.next - 1) return 'elsewhere';
  return first.headers['ce_id'] === place.lastEvent ? 'same' : 'another';
}

/** First and next offset of a partition, as the broker says. */
export async function logOf(admin: Admin, topic: string, partition: number): Promise<{ low: number; high: number }> {
  const found = (await admin.fetchTopicOffsets(topic)).find((offsets) => offsets.partition === partition);
  if (!found) throw new Error(`no partition ${partition} of ${topic}`);
  return { low: Number(found.low), high: Number(found.high) };
}

/** The first record sent under a later epoch than the reader's, if there is one. */
export function firstOfLaterEpoch(records: readonly RawRecord[], epoch: number): RawRecord | undefined {
  return records.find((record) => epochOf(record) > epoch);
}

function uuidOrNull(text: string | undefined): string | null {
  return text !== undefined && /^[0-9a-f-]{36}$/.test(text) ? text : null;
}
