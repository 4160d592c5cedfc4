import { type Clock, type Database, type Tx } from '#persistence';
import { moveFence } from './place-of-record.js';
import { type Applier, PoisonError, type Received, type SetAsideReason } from './slice.js';
import { type RawRecord, readRecord } from './wire.js';

/** A record that was not applied, and why. */
interface SetAside {
  readonly record: RawRecord;
  readonly reason: SetAsideReason;
  readonly detail: string;
}

/** Events that failed for good in this process, by event id. */
export type Poison = ReadonlyMap<string, { reason: SetAsideReason; detail: string }>;

/** What slices are applied with. */
interface Appliance {
  readonly reader: string;
  readonly database: Database;
  readonly applier: Applier;
  readonly clock: Clock;
}

/** An aggregate's key on its topic. */
export interface TopicKey {
  readonly topic: string;
  readonly key: string;
}

/**
 * Applies slices, each of another partition, in one transaction; for each of them the fence first, then dead letters, then
 * effects. Throws `FencedError` when an offset of record is not where its slice begins; the caller then rereads it and seeks.
 * Gives the keys of which more was set aside behind what waited already.
 */
export async function applySlices(
  options: Appliance,
  slices: readonly (readonly RawRecord[])[],
  poison: Poison,
): Promise<TopicKey[]> {
  return options.database.work(async (tx) => {
    await tx.query(`SELECT set_config('lock_timeout', '2s', true), set_config('statement_timeout', '10s', true)`);
    const received: Received[] = [];
    const behind: TopicKey[] = [];
    for (const records of slices) {
      await moveFence(tx, options.reader, records);
      const { apply, aside } = await sort(tx, options.applier, records, poison);
      await setAside(tx, options, aside);
      received.push(...apply);
      for (const { record, reason } of aside)
        if (reason === 'BEHIND_PARKED' && record.key !== null) behind.push({ topic: record.topic, key: record.key });
    }
    if (received.length > 0) await options.applier.apply(tx, received);
    return behind;
  });
}

async function sort(tx: Tx, applier: Applier, records: readonly RawRecord[], poison: Poison) {
  const parked = applier.parksKeys ? await parkedKeys(tx, records) : new Set<string>();
  const apply: Received[] = [];
  const aside: SetAside[] = [];
  for (const record of records) {
    const type = record.headers['ce_type'];
    const handled = type === undefined || applier.handles.has(type);
    if (!handled && !applier.parksKeys) continue;
    const parsed = readRecord(record, !handled);
    const key = `${record.topic} ${record.key ?? ''}`;
    const known = parsed.outcome === 'parsed' ? poison.get(parsed.event.id) : undefined;
    if (parsed.outcome !== 'parsed' || known || parked.has(key)) {
      const reason: SetAsideReason =
        known?.reason ??
        (parked.has(key) ? 'BEHIND_PARKED' : parsed.outcome === 'unknown-version' ? 'UNKNOWN_VERSION' : 'INVALID');
      aside.push({ record, reason, detail: known?.detail ?? (parsed.outcome === 'parsed' ? '' : parsed.why) });
      if (applier.parksKeys && record.key !== null) parked.add(key);
    } else {
      apply.push({ record, event: parsed.event });
    }
  }
  return { apply, aside };
}

/** Locked: whoever replays a key holds its row, and no later event of it may pass by or be set aside unseen meanwhile. */
async function parkedKeys(tx: Tx, records: readonly RawRecord[]): Promise<Set<string>> {
  const rows: { topic: string; key: string }[] = await tx.query(
    'SELECT topic, key FROM parked_key WHERE topic = $1 AND key = ANY ($2) FOR SHARE',
    [records[0]?.topic, records.map((record) => record.key ?? '')],
  );
  return new Set(rows.map((row) => `${row.topic} ${row.key}`));
}

async function setAside(tx: Tx, { reader, applier, clock }: Appliance, aside: readonly SetAside[]): Promise<void> {
  const now = clock.now();
  for (const { record, reason, detail } of aside) {
    await tx.query(
      `INSERT INTO dead_letter (reader, topic, partition, kafka_offset, key, event_id, type, reason, detail, payload, headers, set_aside_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING`,
      [
        reader,
        record.topic,
        record.partition,
        record.offset,
        clean(record.key),
        clean(record.headers['ce_id']),
        clean(record.headers['ce_type']),
        reason,
        clean(detail)?.slice(0, 500) ?? '',
        clean(record.value),
        clean(JSON.stringify(record.headers)),
        now,
      ],
    );
    if (applier.parksKeys && record.key !== null)
      await tx.query('INSERT INTO parked_key (topic, key, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
        record.topic,
        clean(record.key),
        now,
      ]);
  }
}

/** Postgres text holds no NUL. */
function clean(text: string | null | undefined): string | null {
  return text == null ? null : text.replaceAll('\0', '\uFFFD').replaceAll('\\u0000', '\\uFFFD').toWellFormed();
}

/** The event to blame for an error: the one it names, or the only one in the slice. */
export function culprit(
  error: unknown,
  records: readonly RawRecord[],
): { id: string; reason: SetAsideReason } | undefined {
  if (error instanceof PoisonError) return { id: error.eventId, reason: error.reason };
  const only = records.length === 1 ? records[0]?.headers['ce_id'] : undefined;
  return only === undefined ? undefined : { id: only, reason: 'HANDLER_FAILED' };
}
