import { type Admin, type Kafka, type Producer } from 'kafkajs';
import type { Client } from 'pg';
import { type Clock } from '#persistence';
import { type Heartbeat, type Positions } from './heartbeat.js';
import { HEARTBEAT_TOPIC, type Log, partitionOf } from './kafka.js';
import { QueueFloor } from './queue-floor.js';
import { sendAnew } from './redrive.js';
import { headersOf, type LedgerRow } from './wire.js';

const BATCH_ROWS = 2_000;
/** Kafka's limit holds for what one partition is sent at once. */
const PARTITION_BYTES = 900 * 1024;
/** Headers and key of a record, and room to spare. */
const RECORD_BYTES = 512;

/** The queue above a row, in order; data stay text as they come, since taking them apart and writing them again costs a tenth. */
export const PENDING = `
  SELECT e.seq, e.event_id, e.aggregate_type, e.aggregate_id, e.aggregate_version, e.type, e.schema_version, e.branch,
         e.occurred_at, e.recorded_at, e.trace, e.payload::text AS value
  FROM outbox_pending p JOIN outbox_event e USING (seq) WHERE p.seq > $2 ORDER BY p.seq LIMIT $1`;

/** A row of the ledger on its way: its data as the record's value. */
type PendingRow = Omit<LedgerRow, 'payload'> & { readonly value: string };

/** Where the records of one partition of a batch came to lie. */
interface End {
  readonly topic: string;
  readonly partition: number;
  readonly first: number;
  readonly offset: number;
  readonly row: PendingRow;
}

/** Sends pending rows of the ledger in order, forgets them once Kafka has them, and notices when Kafka has lost some. */
export class LedgerSender {
  private producer: Producer | undefined;
  private admin: Admin | undefined;
  private positions_: Positions = new Map();
  private epochs: ReadonlyMap<string, number> = new Map();
  /** Rows sent at once; halved while the broker calls a batch too large. */
  private rowsAtOnce = BATCH_ROWS;
  private readonly floor = new QueueFloor();

  constructor(private readonly options: { kafka: Kafka; source: string; clock: Clock; log: Log }) {}

  /** The last offset produced per partition. */
  get positions(): Positions {
    return this.positions_;
  }

  /** Reads on from what was sent before. */
  async load(client: Client): Promise<void> {
    const { rows } = await client.query<{ topic: string; partition: number; kafka_offset: string }>(
      'SELECT topic, partition, kafka_offset FROM relay_position',
    );
    this.positions_ = new Map(rows.map((row) => [`${row.topic}/${row.partition}`, Number(row.kafka_offset)]));
    const epochs = await client.query<{ topic: string; epoch: number }>('SELECT topic, epoch FROM relay_epoch');
    this.epochs = new Map(epochs.rows.map(({ topic, epoch }) => [topic, epoch]));
    this.floor.reset();
  }

  /** Sends one batch: `none` when nothing was pending, `all` when nothing is left that was. */
  async sendBatch(client: Client): Promise<'none' | 'some' | 'all'> {
    const now = this.options.clock.elapsed();
    const from = this.floor.from(now);
    const asked = this.rowsAtOnce;
    const { rows } = await client.query<PendingRow>(PENDING, [asked, from]);
    const seqAt = (n: number) => (rows.at(n) ? Number(rows.at(n)?.seq) : undefined);
    this.floor.read(from, seqAt(0), seqAt(-1), now);
    if (rows.length === 0) return 'none';
    const batch = withinBytes(rows);
    const whole = batch.length === rows.length && rows.length < asked;
    // Rows that do not go with this batch are read in vain: of large ones fewer are asked for.
    if (batch.length < rows.length) this.rowsAtOnce = batch.length;
    const ends = await this.produceOrHalve(batch);
    if (!ends) return 'some';
    const lost = ends.find((end) => end.first <= (this.positions_.get(`${end.topic}/${end.partition}`) ?? -1));
    if (lost) {
      await this.sendAnew(client, lost.topic);
      return 'some';
    }
    await forget(client, batch, ends);
    for (const end of ends) this.positions_.set(`${end.topic}/${end.partition}`, end.offset);
    return whole ? 'all' : 'some';
  }

  /** A log shorter than what we produced has lost some of it: those topics are sent anew from the ledger. */
  async checkLog(client: Client): Promise<void> {
    this.admin ??= this.options.kafka.admin();
    await this.admin.connect();
    for (const topic of new Set([...this.positions_.keys()].map(topicOf))) {
      const lost = (await this.admin.fetchTopicOffsets(topic)).some(
        ({ partition, high }) => Number(high) <= (this.positions_.get(`${topic}/${partition}`) ?? -1),
      );
      if (lost) await this.sendAnew(client, topic);
    }
  }

  async announce(heartbeat: Heartbeat): Promise<void> {
    const producer = await this.connected();
    await producer.send({
      topic: HEARTBEAT_TOPIC,
      acks: -1,
      messages: [{ key: heartbeat.source, partition: 0, value: JSON.stringify(heartbeat) }],
    });
  }

  /** Lets go of every connection; the next call makes new ones. */
  async disconnect(): Promise<void> {
    const { producer, admin } = this;
    this.producer = undefined;
    this.admin = undefined;
    await producer?.disconnect().catch(() => undefined);
    await admin?.disconnect().catch(() => undefined);
  }

  private async sendAnew(client: Client, topic: string): Promise<void> {
    this.options.log.warn({ topic }, 'the broker has lost some of this topic: it is sent anew from the ledger');
    await sendAnew(client, topic);
    await this.load(client);
  }

  private async produceOrHalve(batch: readonly PendingRow[]): Promise<End[] | undefined> {
    try {
      const ends = await this.produce(batch);
      this.rowsAtOnce = Math.min(BATCH_ROWS, this.rowsAtOnce * 2);
      return ends;
    } catch (error) {
      if (!isTooLarge(error) || batch.length === 1) throw error;
      this.rowsAtOnce = Math.ceil(batch.length / 2);
      return undefined;
    }
  }

  private async produce(rows: readonly PendingRow[]): Promise<End[]> {
    const groups = new Map<string, { topic: string; partition: number; rows: PendingRow[] }>();
    for (const row of rows) {
      const partition = partitionOf(row.aggregate_id);
      const key = `${row.aggregate_type}/${partition}`;
      const group = groups.get(key) ?? { topic: row.aggregate_type, partition, rows: [] };
      group.rows.push(row);
      groups.set(key, group);
    }
    const producer = await this.connected();
    const acknowledged = await producer.sendBatch({
      acks: -1,
      topicMessages: [...groups.values()].map((group) => ({
        topic: group.topic,
        messages: group.rows.map((row) => ({
          key: row.aggregate_id,
          partition: group.partition,
          headers: headersOf(row, this.options.source, this.epochs.get(group.topic)),
          value: row.value,
        })),
      })),
    });
    return acknowledged.flatMap((ack) => {
      const group = groups.get(`${ack.topicName}/${ack.partition}`);
      const row = group?.rows.at(-1);
      const first = Number(ack.baseOffset ?? -1);
      // A broker that recognises a repeated batch may not say where it lies.
      if (!group || !row || first < 0) return [];
      return [{ topic: group.topic, partition: group.partition, first, offset: first + group.rows.length - 1, row }];
    });
  }

  private async connected(): Promise<Producer> {
    if (this.producer) return this.producer;
    const producer = this.options.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
    });
    await producer.connect();
    this.producer = producer;
    return producer;
  }
}

/** Takes the rows out of the queue and notes where they lie, at once: one statement is one way there and back. */
async function forget(client: Client, batch: readonly PendingRow[], ends: readonly End[]): Promise<void> {
  await client.query(
    `WITH forgotten AS (DELETE FROM outbox_pending WHERE seq = ANY ($6::bigint[]))
     INSERT INTO relay_position AS p SELECT * FROM unnest($1::text[], $2::int[], $3::bigint[], $4::uuid[], $5::bigint[])
     ON CONFLICT (topic, partition) DO UPDATE
       SET kafka_offset = EXCLUDED.kafka_offset, event_id = EXCLUDED.event_id, seq = EXCLUDED.seq`,
    [
      ends.map((e) => e.topic),
      ends.map((e) => e.partition),
      ends.map((e) => e.offset),
      ends.map((e) => e.row.event_id),
      ends.map((e) => e.row.seq),
      batch.map((row) => row.seq),
    ],
  );
}

/** The first rows of these that no partition finds too much, at least one: whatever follows must not go before them. */
function withinBytes(rows: PendingRow[]): PendingRow[] {
  const bytes = new Map<string, number>();
  const end = rows.findIndex((row) => {
    const partition = `${row.aggregate_type}/${partitionOf(row.aggregate_id)}`;
    const sum = (bytes.get(partition) ?? 0) + Buffer.byteLength(row.value) + RECORD_BYTES;
    bytes.set(partition, sum);
    return sum > PARTITION_BYTES;
  });
  return end < 0 ? rows : rows.slice(0, Math.max(end, 1));
}

/** True when the broker says so; the client wraps its word in errors of its own. */
function isTooLarge(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if ('type' in cause && /^(MESSAGE_TOO_LARGE|RECORD_LIST_TOO_LARGE)$/.test(String(cause.type))) return true;
  return false;
}

function topicOf(position: string): string {
  return position.slice(0, position.lastIndexOf('/'));
}
