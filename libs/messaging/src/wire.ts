import type { KafkaMessage } from 'kafkajs';
import { type DomainEvent, type ParsedEvent, parseEvent } from '#events';

/** Kafka headers of an event: CloudEvents 1.0 in binary mode, plus what our consumers need. */
export interface LedgerRow {
  readonly seq: string;
  readonly event_id: string;
  readonly aggregate_type: string;
  readonly aggregate_id: string;
  readonly aggregate_version: number;
  readonly type: string;
  readonly schema_version: number;
  readonly branch: string | null;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
  readonly payload: unknown;
  readonly trace: string | null;
}

/** The headers a ledger row travels with; `epoch` counts how often its topic had to be sent anew. */
export function headersOf(row: Omit<LedgerRow, 'payload'>, source: string, epoch = 0): Record<string, string> {
  return {
    ce_specversion: '1.0',
    ce_id: row.event_id,
    ce_type: row.type,
    ce_source: source,
    ce_time: row.occurred_at.toISOString(),
    ce_subject: row.aggregate_id,
    schemaversion: String(row.schema_version),
    aggregateversion: String(row.aggregate_version),
    recordedat: row.recorded_at.toISOString(),
    ...(row.branch ? { branch: row.branch } : {}),
    ...(row.trace ? { traceparent: row.trace } : {}),
    ...(epoch > 0 ? { epoch: String(epoch) } : {}),
    'content-type': 'application/json',
  };
}

/** A record as it lies on a topic. */
export interface RawRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string | null;
}

/** A fetched message as a record; headers as text, the first of each name. */
export function recordOf(topic: string, partition: number, message: KafkaMessage): RawRecord {
  const headers = Object.entries(message.headers ?? {}).flatMap(([name, value]) => {
    const first = Array.isArray(value) ? value[0] : value;
    return first == null ? [] : [[name, String(first)] as const];
  });
  return {
    topic,
    partition,
    offset: Number(message.offset),
    key: message.key?.toString() ?? null,
    headers: Object.fromEntries(headers),
    value: message.value?.toString() ?? null,
  };
}

/** How often the topic had been sent anew when this record was sent; 0 the first time. */
export function epochOf(record: RawRecord): number {
  const epoch = Number(record.headers['epoch'] ?? 0);
  return Number.isInteger(epoch) && epoch > 0 ? epoch : 0;
}

/**
 * Reads a record. Never throws: what cannot be read says why. With `envelopeOnly` the data is left unread: for types
 * nobody here handles, whose place in the aggregate's order still counts.
 */
export function readRecord(record: RawRecord, envelopeOnly = false): ParsedEvent {
  const { headers } = record;
  const occurredAt = new Date(headers['ce_time'] ?? '');
  const recordedAt = new Date(headers['recordedat'] ?? '');
  const aggregateVersion = Number(headers['aggregateversion']);
  const id = headers['ce_id'] ?? '';
  const type = headers['ce_type'];
  if (type === undefined) return { outcome: 'invalid', why: 'ce_type' };
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(id))
    return { outcome: 'invalid', why: 'ce_id' };
  if (Number.isNaN(occurredAt.getTime()) || Number.isNaN(recordedAt.getTime()))
    return { outcome: 'invalid', why: 'ce_time' };
  if (!Number.isInteger(aggregateVersion) || aggregateVersion < 1)
    return { outcome: 'invalid', why: 'aggregateversion' };
  const envelope: Omit<DomainEvent, 'data'> = {
    id,
    type,
    version: Number(headers['schemaversion']),
    source: headers['ce_source'] ?? '',
    topic: record.topic,
    aggregateId: headers['ce_subject'] ?? record.key ?? '',
    aggregateVersion,
    branch: headers['branch'] ?? null,
    occurredAt,
    recordedAt,
  };
  if (envelopeOnly) return { outcome: 'parsed', event: { ...envelope, data: {} } };
  try {
    return parseEvent(envelope, JSON.parse(record.value ?? ''));
  } catch {
    return { outcome: 'invalid', why: 'no JSON' };
  }
}
