import { type Kafka } from 'kafkajs';
import { Client } from 'pg';
import { type Clock } from '#persistence';
import { Every } from './every.js';
import { heartbeatOf } from './heartbeat.js';
import { ensureTopics, HEARTBEAT_TOPIC, type Log } from './kafka.js';
import { LedgerSender } from './ledger-sender.js';
import { WakeablePause } from './wakeable-pause.js';

const IDLE_MIN_MS = 20;
const IDLE_MAX_MS = 250;
const HEARTBEAT_MS = 2_000;
/** The broker's own word on the ends of the log is compared with ours this often. */
const LOG_CHECK_MS = 30_000;

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
  private readonly rest = new WakeablePause();
  private readonly sender: LedgerSender;
  private health_: RelayHealth = { active: false, drainedUpTo: null, lastError: null };
  private readonly heartbeat: Every;
  private readonly logCheck: Every;

  constructor(
    private readonly options: {
      url: string;
      kafka: Kafka;
      source: string;
      clock: Clock;
      log: Log;
      /** Topics it sends to, made anew when they are gone. */
      topics: readonly string[];
      replicationFactor: number;
    },
  ) {
    this.sender = new LedgerSender(options);
    this.heartbeat = new Every(HEARTBEAT_MS, options.clock);
    this.logCheck = new Every(LOG_CHECK_MS, options.clock);
  }

  /** Starts sending, now and for as long as the process lives. */
  start(): void {
    this.running ??= this.run();
  }

  /** Finishes the batch under way and stops. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.rest.end();
    await this.running;
  }

  /** A hint that something was written: saves the idle wait. Correctness does not need it. */
  wake(): void {
    this.rest.wake();
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
        await this.sender.disconnect();
        await this.rest.wait(backOff);
        backOff = Math.min(backOff * 2, 5_000);
      } finally {
        await client.end().catch(() => undefined);
      }
    }
    await this.sender.disconnect();
    this.health_ = { ...this.health_, active: false };
  }

  private async holdLockAndSend(client: Client): Promise<void> {
    while (!this.stopping) {
      const { rows } = await client.query<{ held: boolean }>(
        `SELECT pg_try_advisory_lock(hashtext('passerelle relay')) AS held`,
      );
      if (rows[0]?.held) break;
      await this.rest.wait(1_000);
    }
    if (this.stopping) return;
    const { kafka, topics, replicationFactor } = this.options;
    await ensureTopics(kafka, [...topics, HEARTBEAT_TOPIC], replicationFactor);
    await this.sender.load(client);
    this.health_ = { ...this.health_, active: true, lastError: null };
    this.logCheck.soon();
    let idle = IDLE_MIN_MS;
    while (!this.stopping) {
      await this.checkLog(client);
      const askedAt = this.options.clock.now();
      const sent = await this.sender.sendBatch(client);
      if (sent !== 'some') this.health_ = { ...this.health_, drainedUpTo: askedAt };
      await this.beat(client);
      if (sent !== 'none') {
        idle = IDLE_MIN_MS;
        continue;
      }
      await this.rest.wait(idle);
      idle = Math.min(idle * 2, IDLE_MAX_MS);
    }
  }

  private async checkLog(client: Client): Promise<void> {
    if (!this.logCheck.due) return;
    await this.sender.checkLog(client);
    this.logCheck.done();
  }

  private async beat(client: Client): Promise<void> {
    if (!this.heartbeat.due || this.health_.drainedUpTo === null) return;
    // Before the question: what commits while it is answered was written down within the transaction's time before this.
    const now = this.options.clock.now();
    const { rows } = await client.query<{ oldest: Date | null }>(
      'SELECT min(e.recorded_at) AS oldest FROM outbox_pending p JOIN outbox_event e USING (seq)',
    );
    const heartbeat = heartbeatOf({
      source: this.options.source,
      drainedUpTo: this.health_.drainedUpTo,
      oldestPending: rows[0]?.oldest ?? null,
      now,
      positions: this.sender.positions,
    });
    await this.sender.announce(heartbeat);
    this.heartbeat.done();
  }
}
