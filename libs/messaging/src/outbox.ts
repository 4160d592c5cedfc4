import { type Actor } from '#access';
import { CHANGED_MEANWHILE } from '#errors';
import type { Fact } from '#events';
import { type Clock, type Ids, type Tx } from '#persistence';

/** An event larger than this is refused when it is written: the broker would refuse it for ever. */
const MAX_EVENT_BYTES = 256 * 1024;

/**
 * Locks an aggregate's head until the transaction ends, so that its writers take turns and its events stay in order.
 * Call it before loading the aggregate's rows. Gives the current version (0 = new). Refuses `CHANGED_MEANWHILE` when
 * `expectedVersion` is given and is not the current one.
 */
export async function lockAggregate(
  tx: Tx,
  topic: string,
  id: string,
  expectedVersion?: number | null,
): Promise<number> {
  const [head]: { version: number }[] = await tx.query(
    'SELECT version FROM aggregate_head WHERE aggregate_type = $1 AND aggregate_id = $2 FOR UPDATE',
    [topic, id],
  );
  const version = head?.version ?? 0;
  if (expectedVersion != null && expectedVersion !== version)
    throw CHANGED_MEANWHILE({ current: version }, 'input.expectedVersion');
  return version;
}

interface Row {
  readonly id: string;
  readonly fact: Fact;
  readonly aggregateId: string;
  readonly payload: string;
  version: number;
  recordedAt: Date;
}

/** Writes facts into the ledger and the relay's queue, in the caller's transaction. */
export class Outbox {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Announces facts: each gets its id, its place in its aggregate's order and the time it was written down, which
   * never runs backwards within an aggregate. After the transaction commits they will reach Kafka, whatever dies.
   */
  async add(tx: Tx, facts: readonly Fact[], actor?: Actor): Promise<void> {
    if (facts.length === 0) return;
    const now = this.clock.now();
    const rows: Row[] = facts.map((fact) => ({
      id: this.ids.next(),
      fact,
      aggregateId: String(fact.data[fact.definition.key]),
      payload: serialise(fact),
      version: 0,
      recordedAt: now,
    }));
    await this.takeVersions(tx, rows, now);
    await tx.query(
      `WITH event AS (
         INSERT INTO outbox_event (event_id, aggregate_type, aggregate_id, aggregate_version, type, schema_version, branch,
                                   occurred_at, recorded_at, payload, trace)
         SELECT e.event_id, e.aggregate_type, e.aggregate_id, e.aggregate_version, e.type, e.schema_version, e.branch,
                e.occurred_at, e.recorded_at, e.payload::jsonb, $11
         FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::text[], $6::smallint[], $7::text[], $8::timestamptz[],
                     $9::timestamptz[], $10::text[])
              WITH ORDINALITY AS e(event_id, aggregate_type, aggregate_id, aggregate_version, type, schema_version, branch,
                                   occurred_at, recorded_at, payload, n)
         ORDER BY e.n
         RETURNING seq)
       INSERT INTO outbox_pending (seq) SELECT seq FROM event`,
      [
        rows.map((row) => row.id),
        rows.map((row) => row.fact.definition.topic),
        rows.map((row) => row.aggregateId),
        rows.map((row) => row.version),
        rows.map((row) => row.fact.definition.name),
        rows.map((row) => row.fact.definition.version),
        rows.map((row) => row.fact.branch),
        rows.map((row) => row.fact.occurredAt),
        rows.map((row) => row.recordedAt),
        rows.map((row) => row.payload),
        actor?.traceparent ?? null,
      ],
    );
  }

  /** One statement raises every head touched; sorted, so that two writers never wait for each other in a ring. */
  private async takeVersions(tx: Tx, rows: Row[], now: Date): Promise<void> {
    const groups = new Map<string, Row[]>();
    for (const row of rows) {
      const key = JSON.stringify([row.fact.definition.topic, row.aggregateId]);
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    const keys = [...groups.keys()].sort();
    const parsed = keys.map((key) => JSON.parse(key) as [string, string]);
    const heads: { aggregate_type: string; aggregate_id: string; version: number; recorded_at: Date }[] =
      await tx.query(
        `INSERT INTO aggregate_head AS head (aggregate_type, aggregate_id, version, recorded_at)
       SELECT h.type, h.id, h.n, $4 FROM unnest($1::text[], $2::text[], $3::int[]) AS h(type, id, n)
       ON CONFLICT (aggregate_type, aggregate_id) DO UPDATE
         SET version = head.version + EXCLUDED.version, recorded_at = greatest(head.recorded_at, EXCLUDED.recorded_at)
       RETURNING aggregate_type, aggregate_id, version, recorded_at`,
        [
          parsed.map(([type]) => type),
          parsed.map(([, id]) => id),
          keys.map((key) => groups.get(key)?.length ?? 0),
          now,
        ],
      );
    for (const head of heads) {
      const group = groups.get(JSON.stringify([head.aggregate_type, head.aggregate_id])) ?? [];
      for (const [index, row] of group.entries()) {
        row.version = head.version - group.length + 1 + index;
        row.recordedAt = head.recorded_at;
      }
    }
  }
}

function serialise(fact: Fact): string {
  const payload = JSON.stringify(fact.data);
  const bytes = Buffer.byteLength(payload);
  if (bytes > MAX_EVENT_BYTES) throw new Error(`${fact.definition.name} is ${bytes} bytes, more than an event may be`);
  // jsonb cannot hold NUL; better a failed write than a ledger row that no one can send.
  if (payload.includes('\\u0000')) throw new Error(`${fact.definition.name} holds a NUL character`);
  return payload;
}
