import { type Kafka, type Producer } from 'kafkajs';
import { Client } from 'pg';
import { type Clock } from '#persistence';
import { heartbeatOf, type Positions } from './heartbeat.js';
import { HEARTBEAT_TOPIC, type Log, partitionOf } from './kafka.js';
import { headersOf, type LedgerRow } from './wire.js';

const BATCH_ROWS = 500;
/** Kafka's limit holds for a partition's batch, and one batch may land whole in one partition. */
const BATCH_BYTES = 900 * 1024;
const IDLE_MIN_MS = 20;
const IDLE_MAX_MS = 250;
const HEARTBEAT_MS = 2_000;

/** What the relay says of itself. */
export interface RelayHealth {
  /** This instance holds the lock and sends. */
  readonly active: boolean;
  /** Everything written before this instant is on Kafka. */
  readonly drainedUpTo: Date | null;
  readonly lastError: string | null;
}

/**
 * Sends the ledger's pending rows to Kafka in order and forgets them once Kafka has them. One active per service, by
 * advisory lock on its own connection. It never gives up: whatever fails, it starts again and resends, and consumers
 * drop what they have seen.
 */
export class Relay {
  private stopping = false;
  private running: Promise<void> | undefined;
  private wakeUp: (() => void) | undefined;
  private producer: Producer | undefined;
  private positions: Positions = new Map();
  private health_: RelayHealth = { active: false, drainedUpTo: null, lastError: null };
  private lastHeartbeat = 0;

  constructor(private readonly options: { url: string; kafka: Kafka; source: string; clock: Clock; log: Log }) {}

  /** Starts sending, now and for as long as the process lives. */
  start(): void {
    this.running ??= this.run();
  }

  /** Finishes the batch under way and stops. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
  }

  /** A hint that something was written: saves the idle wait. Correctness does not need it. */
  wake(): void {
    this.wakeUp?.();
  }

  health(): RelayHealth {
    return this.health_;
  }

  private async run(): Promise<void> {
    let backOff = 200;
    while (!this.stopping) {
      const client = new Client({
        connectionString: this.options.url,
        application_name: `${this.options.source} relay`,
      });
      // Without a listener a connection cut by the server would end the process.
      client.on('error', () => undefined);
      try {
        await client.connect();
        await this.holdLockAndSend(client);
        backOff = 200;
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        this.health_ = { ...this.health_, active: false, lastError: message };
        this.options.log.warn({ relay: this.options.source, error: message }, 'relay starts again');
        await this.dropProducer();
        await this.pause(backOff);
        backOff = Math.min(backOff * 2, 5_000);
      } finally {
        await client.end().catch(() => undefined);
      }
    }
    await this.dropProducer();
    this.health_ = { ...this.health_, active: false };
  }

  private async holdLockAndSend(client: Client): Promise<void> {
    while (!this.stopping) {
      const { rows } = await client.query<{ held: boolean }>(
        `SELECT pg_try_advisory_lock(hashtext('passerelle relay')) AS held`,
      );
      if (rows[0]?.held) break;
      await this.pause(1_000);
    }
    if (this.stopping) return;
    await this.loadPositions(client);
    this.health_ = { ...this.health_, active: true, lastError: null };
    let idle = IDLE_MIN_MS;
    while (!this.stopping) {
      const sent = await this.sendBatch(client);
      await this.beat(client);
      if (sent > 0) {
        idle = IDLE_MIN_MS;
        continue;
      }
      await this.pause(idle);
      idle = Math.min(idle * 2, IDLE_MAX_MS);
    }
  }

  private async loadPositions(client: Client): Promise<void> {
    const { rows } = await client.query<{ topic: string; partition: number; kafka_offset: string }>(
      'SELECT topic, partition, kafka_offset FROM relay_position',
    );
    this.positions = new Map(rows.map((row) => [`${row.topic}/${row.partition}`, Number(row.kafka_offset)]));
  }

  private async sendBatch(client: Client): Promise<number> {
    const askedAt = this.options.clock.now();
    // Always from the start of the queue: reading on from the last row sent would let a later event of an aggregate
    // overtake an earlier one that committed late.
    const { rows } = await client.query<LedgerRow>(
      `SELECT e.* FROM outbox_pending p JOIN outbox_event e USING (seq) ORDER BY p.seq LIMIT ${BATCH_ROWS}`,
    );
    if (rows.length === 0) {
      this.health_ = { ...this.health_, drainedUpTo: askedAt };
      return 0;
    }
    const batch = withinBytes(rows);
    const ends = await this.produce(batch);
    await client.query('BEGIN');
    await client.query('DELETE FROM outbox_pending WHERE seq = ANY ($1::bigint[])', [batch.map((row) => row.seq)]);
    await client.query(
      `INSERT INTO relay_position AS p SELECT * FROM unnest($1::text[], $2::int[], $3::bigint[], $4::uuid[], $5::bigint[])
       ON CONFLICT (topic, partition) DO UPDATE
         SET kafka_offset = EXCLUDED.kafka_offset, event_id = EXCLUDED.event_id, seq = EXCLUDED.seq`,
      [
        ends.map((e) => e.topic),
        ends.map((e) => e.partition),
        ends.map((e) => e.offset),
        ends.map((e) => e.row.event_id),
        ends.map((e) => e.row.seq),
      ],
    );
    await client.query('COMMIT');
    for (const end of ends) this.positions.set(`${end.topic}/${end.partition}`, end.offset);
    if (batch.length === rows.length && rows.length < BATCH_ROWS)
      this.health_ = { ...this.health_, drainedUpTo: askedAt };
    return batch.length;
  }

  /** Sends the rows and tells, per partition, the last offset and the row that lies there. */
  private async produce(
    rows: readonly LedgerRow[],
  ): Promise<{ topic: string; partition: number; offset: number; row: LedgerRow }[]> {
    const groups = new Map<string, { topic: string; partition: number; rows: LedgerRow[] }>();
    for (const row of rows) {
      const partition = partitionOf(row.aggregate_id);
      const key = `${row.aggregate_type}/${partition}`;
      const group = groups.get(key) ?? { topic: row.aggregate_type, partition, rows: [] };
      group.rows.push(row);
      groups.set(key, group);
    }
    const producer = await this.connectedProducer();
    const acknowledged = await producer.sendBatch({
      acks: -1,
      topicMessages: [...groups.values()].map((group) => ({
        topic: group.topic,
        messages: group.rows.map((row) => ({
          key: row.aggregate_id,
          partition: group.partition,
          headers: headersOf(row, this.options.source),
          value: JSON.stringify(row.payload),
        })),
      })),
    });
    return acknowledged.flatMap((ack) => {
      const group = groups.get(`${ack.topicName}/${ack.partition}`);
      const row = group?.rows.at(-1);
      if (!group || !row || ack.baseOffset === undefined) return [];
      return [
        { topic: group.topic, partition: group.partition, offset: Number(ack.baseOffset) + group.rows.length - 1, row },
      ];
    });
  }

  private async beat(client: Client): Promise<void> {
    if (Date.now() - this.lastHeartbeat < HEARTBEAT_MS || this.health_.drainedUpTo === null) return;
    const { rows } = await client.query<{ oldest: Date | null }>(
      'SELECT min(e.recorded_at) AS oldest FROM outbox_pending p JOIN outbox_event e USING (seq)',
    );
    const heartbeat = heartbeatOf({
      source: this.options.source,
      drainedUpTo: this.health_.drainedUpTo,
      oldestPending: rows[0]?.oldest ?? null,
      now: this.options.clock.now(),
      positions: this.positions,
    });
    const producer = await this.connectedProducer();
    await producer.send({
      topic: HEARTBEAT_TOPIC,
      acks: -1,
      messages: [{ key: this.options.source, partition: 0, value: JSON.stringify(heartbeat) }],
    });
    this.lastHeartbeat = Date.now();
  }

  private async connectedProducer(): Promise<Producer> {
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

  private async dropProducer(): Promise<void> {
    const producer = this.producer;
    this.producer = undefined;
    await producer?.disconnect().catch(() => undefined);
  }

  private pause(milliseconds: number): Promise<void> {
    if (this.stopping) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.wakeUp = undefined;
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.wakeUp = done;
    });
  }
}

function withinBytes(rows: LedgerRow[]): LedgerRow[] {
  let bytes = 0;
  const batch = rows.filter((row) => {
    bytes += JSON.stringify(row.payload).length + 512;
    return bytes <= BATCH_BYTES;
  });
  return batch.length > 0 ? batch : rows.slice(0, 1);
}
