import { type Actor } from '#access';
import type { Fact } from '#events';
import { type Clock, type Ids, type Tx } from '#persistence';

/** An event larger than this is refused when it is written: the broker would refuse it for ever. */
const MAX_EVENT_BYTES = 256 * 1024;

/**
 * Locks an aggregate's head until the transaction ends, so that its writers take turns and its events stay in order.
 * Call it before loading the aggregate's rows. Gives the current version (0 = new).
 */
export async function lockAggregate(tx: Tx, topic: string, id: string): Promise<number> {
  const [head]: { version: number }[] = await tx.query(
    'SELECT version FROM aggregate_head WHERE aggregate_type = $1 AND aggregate_id = $2 FOR UPDATE',
    [topic, id],
  );
  return head?.version ?? 0;
}

/**
 * Locks the heads of these aggregates of one topic, in the order of their ids, so that two who lock some of the same take
 * turns. Call it before loading their rows: what was read before may have been changed while this waited.
 */
export async function lockAggregates(tx: Tx, topic: string, ids: readonly string[]): Promise<void> {
  await tx.query(
    `SELECT 1 FROM aggregate_head WHERE aggregate_type = $1 AND aggregate_id = ANY ($2::text[])
     ORDER BY aggregate_id FOR UPDATE`,
    [topic, ids],
  );
}

/** A fact as it is announced: with its id and when it was written down. */
export interface Announcement {
  readonly id: string;
  readonly fact: Fact;
  readonly recordedAt: Date;
  readonly trace: string | null;
}

/** An announcement with its place among those of the same aggregate in one call, 1 for the first. */
interface Row extends Announcement {
  readonly aggregateId: string;
  readonly payload: string;
  readonly nth: number;
}

/** An aggregate that facts are added to, how many, and when the latest was written down. */
interface Head {
  readonly topic: string;
  readonly aggregateId: string;
  count: number;
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
    await this.write(tx, this.announce(facts, actor));
  }

  /** The facts as they are announced now. */
  protected announce(facts: readonly Fact[], actor?: Actor): Announcement[] {
    const recordedAt = this.clock.now();
    const trace = actor?.traceparent ?? null;
    return facts.map((fact) => ({ id: this.ids.next(), fact, recordedAt, trace }));
  }

  /** One statement for heads, ledger and queue: every write of every service passes here. */
  protected async write(tx: Tx, announcements: readonly Announcement[]): Promise<void> {
    if (announcements.length === 0) return;
    const { rows, heads } = placed(announcements);
    await tx.query(
      `WITH head AS (
         INSERT INTO aggregate_head AS head (aggregate_type, aggregate_id, version, recorded_at)
         SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::timestamptz[])
         ON CONFLICT (aggregate_type, aggregate_id) DO UPDATE
           SET version = head.version + EXCLUDED.version, recorded_at = greatest(head.recorded_at, EXCLUDED.recorded_at)
         RETURNING aggregate_type, aggregate_id, coalesce(old.version, 0) AS before, old.recorded_at AS last),
       event AS (
         INSERT INTO outbox_event (event_id, aggregate_type, aggregate_id, aggregate_version, type, schema_version, branch,
                                   occurred_at, recorded_at, payload, trace)
         SELECT e.event_id, e.aggregate_type, e.aggregate_id, head.before + e.nth, e.type, e.schema_version, e.branch,
                e.occurred_at, greatest(head.last, e.recorded_at), e.payload::jsonb, e.trace
         FROM unnest($5::uuid[], $6::text[], $7::text[], $8::int[], $9::text[], $10::smallint[], $11::text[],
                     $12::timestamptz[], $13::timestamptz[], $14::text[], $15::text[])
              WITH ORDINALITY AS e(event_id, aggregate_type, aggregate_id, nth, type, schema_version, branch, occurred_at,
                                   recorded_at, payload, trace, place)
         JOIN head USING (aggregate_type, aggregate_id)
         ORDER BY e.place
         RETURNING seq)
       INSERT INTO outbox_pending (seq) SELECT seq FROM event`,
      [
        heads.map((head) => head.topic),
        heads.map((head) => head.aggregateId),
        heads.map((head) => head.count),
        heads.map((head) => head.recordedAt),
        rows.map((row) => row.id),
        rows.map((row) => row.fact.definition.topic),
        rows.map((row) => row.aggregateId),
        rows.map((row) => row.nth),
        rows.map((row) => row.fact.definition.name),
        rows.map((row) => row.fact.definition.version),
        rows.map((row) => row.fact.branch),
        rows.map((row) => row.fact.occurredAt),
        rows.map((row) => row.recordedAt),
        rows.map((row) => row.payload),
        rows.map((row) => row.trace),
      ],
    );
  }
}

/** The rows to write, and the heads they raise: sorted, so that two writers never wait for each other in a ring. */
function placed(announcements: readonly Announcement[]): { rows: Row[]; heads: Head[] } {
  const heads = new Map<string, Head>();
  const rows = announcements.map((announcement) => {
    const { fact, recordedAt } = announcement;
    const aggregateId = String(fact.data[fact.definition.key]);
    const key = JSON.stringify([fact.definition.topic, aggregateId]);
    const head = heads.get(key) ?? { topic: fact.definition.topic, aggregateId, count: 0, recordedAt };
    heads.set(key, head);
    head.count += 1;
    if (recordedAt > head.recordedAt) head.recordedAt = recordedAt;
    return { ...announcement, recordedAt: head.recordedAt, aggregateId, payload: serialise(fact), nth: head.count };
  });
  return { rows, heads: [...heads.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, head]) => head) };
}

function serialise(fact: Fact): string {
  const payload = JSON.stringify(fact.data);
  const bytes = Buffer.byteLength(payload);
  if (bytes > MAX_EVENT_BYTES) throw new Error(`${fact.definition.name} is ${bytes} bytes, more than an event may be`);
  // jsonb cannot hold NUL; better a failed write than a ledger row that no one can send.
  if (payload.includes('\\u0000')) throw new Error(`${fact.definition.name} holds a NUL character`);
  return payload;
}
