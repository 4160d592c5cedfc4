import { type Consumer, type EachBatchPayload, type Kafka } from 'kafkajs';
import { type Clock, type Database } from '#persistence';
import { type Log } from './kafka.js';
import { type Applier, FencedError, isPassing, isSchemaMismatch, type SetAsideReason } from './slice.js';
import { applySlice, culprit, nextOffset } from './slice-transaction.js';
import { type RawRecord } from './wire.js';

const SLICE = 500;
const TRIES = 3;

/** What the consumer says of itself. */
export interface ConsumerHealth {
  /** Partitions are assigned to this instance. */
  readonly assigned: boolean;
  /** Last time a fetch came back. */
  readonly lastPoll: Date | null;
  /** Records read from Kafka but not yet applied, over all partitions. */
  readonly lag: number;
  readonly lastError: string | null;
}

/**
 * Reads a service's topics and applies them slice by slice. The offset of record lies in the service's own database and
 * moves in the same transaction as the effects; what Kafka is told afterwards is only a gauge.
 */
export class EventConsumer {
  private consumer: Consumer | undefined;
  private stopping = false;
  private assigned = false;
  private lastPoll: Date | null = null;
  private lastError: string | null = null;
  private readonly lags = new Map<string, number>();
  private readonly poison = new Map<string, { reason: SetAsideReason; detail: string }>();
  private readonly tries = new Map<string, number>();
  /** Slices are applied in turn, so that figures of the whole network meet no lock. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly options: {
      kafka: Kafka;
      groupId: string;
      topics: readonly string[];
      database: Database;
      applier: Applier;
      clock: Clock;
      log: Log;
      /** Ends the process when the client has given up for good: a silent stop is worse than a restart. */
      onFatal: (error: Error) => void;
    },
  ) {}

  async start(): Promise<void> {
    if (this.options.topics.length === 0) return;
    const consumer = this.options.kafka.consumer({
      groupId: this.options.groupId,
      sessionTimeout: 8_000,
      rebalanceTimeout: 10_000,
      heartbeatInterval: 1_500,
      maxWaitTimeInMs: 250,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 200, maxRetryTime: 3_000, retries: Number.MAX_SAFE_INTEGER },
    });
    this.consumer = consumer;
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      this.assigned = true;
      const assignment = payload.memberAssignment as Record<string, number[]>;
      for (const [topic, partitions] of Object.entries(assignment))
        for (const partition of partitions) void this.seekToRecord(topic, partition);
    });
    consumer.on(consumer.events.FETCH, () => {
      this.lastPoll = this.options.clock.now();
    });
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      this.assigned = false;
      this.lastError = payload.error.message;
      if (!payload.restart && !this.stopping) this.options.onFatal(payload.error);
    });
    await consumer.connect();
    await consumer.subscribe({ topics: [...this.options.topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 3,
      eachBatch: (payload) => this.batch(payload),
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.consumer?.disconnect();
    await this.turn.catch(() => undefined);
  }

  health(): ConsumerHealth {
    const lag = [...this.lags.values()].reduce((sum, value) => sum + value, 0);
    return {
      assigned: this.options.topics.length === 0 || this.assigned,
      lastPoll: this.lastPoll,
      lag,
      lastError: this.lastError,
    };
  }

  /** Reads on from where the database says; gives that offset, unless the database is away. */
  private async seekToRecord(topic: string, partition: number): Promise<number | undefined> {
    try {
      const offset = await nextOffset(this.options.database, topic, partition);
      this.consumer?.seek({ topic, partition, offset: String(offset) });
      return offset;
    } catch (error) {
      // The first slice meets the fence and seeks again.
      this.options.log.warn({ topic, partition, error: messageOf(error) }, 'offset of record not readable yet');
      return undefined;
    }
  }

  private async batch({ batch, resolveOffset, heartbeat, isRunning, isStale, pause }: EachBatchPayload): Promise<void> {
    const { topic, partition } = batch;
    const records = batch.messages.map(
      (message): RawRecord => ({
        topic,
        partition,
        offset: Number(message.offset),
        key: message.key?.toString() ?? null,
        headers: textHeaders(message.headers ?? {}),
        value: message.value?.toString() ?? null,
      }),
    );
    this.lags.set(`${topic}/${partition}`, records.length + Number(batch.offsetLag()));
    for (let from = 0; from < records.length; from += SLICE) {
      if (!isRunning() || isStale() || this.stopping) return;
      const slice = records.slice(from, from + SLICE);
      const outcome = await this.inTurn(() => this.applyPatiently(slice, heartbeat, () => isRunning() && !isStale()));
      if (outcome === 'later') {
        const resume = pause();
        setTimeout(resume, 500).unref();
        return;
      }
      if (outcome === 'moved') {
        const next = await this.seekToRecord(topic, partition);
        if (next !== undefined) this.lags.set(`${topic}/${partition}`, Math.max(0, Number(batch.highWatermark) - next));
        return;
      }
      const end = slice.at(-1)?.offset ?? 0;
      resolveOffset(String(end));
      this.lags.set(`${topic}/${partition}`, Math.max(0, Number(batch.highWatermark) - 1 - end));
      await heartbeat();
      await this.consumer?.commitOffsets([{ topic, partition, offset: String(end + 1) }]).catch(() => undefined);
    }
  }

  private async applyPatiently(
    slice: readonly RawRecord[],
    heartbeat: () => Promise<void>,
    ours: () => boolean,
  ): Promise<'applied' | 'moved' | 'later'> {
    let part = slice;
    let rest: readonly RawRecord[] = [];
    while (part.length > 0) {
      if (!ours()) return 'moved';
      try {
        await applySlice(this.options, part, this.poison);
        this.lastError = null;
        part = rest;
        rest = [];
        await heartbeat();
      } catch (error) {
        if (error instanceof FencedError) return 'moved';
        this.lastError = messageOf(error);
        if (isPassing(error) || isSchemaMismatch(error)) {
          this.options.log.warn({ error: messageOf(error) }, 'events wait for a passing fault');
          return 'later';
        }
        const blamed = culprit(error, part);
        if (blamed) this.blame(blamed, error);
        else {
          // Some event of the slice is at fault and does not say which: halve until it stands alone.
          const half = Math.ceil(part.length / 2);
          rest = [...part.slice(half), ...rest];
          part = part.slice(0, half);
        }
      }
    }
    return 'applied';
  }

  private blame(blamed: { id: string; reason: SetAsideReason }, error: unknown): void {
    const tries = (this.tries.get(blamed.id) ?? 0) + 1;
    this.tries.set(blamed.id, tries);
    if (tries < TRIES && blamed.reason === 'HANDLER_FAILED') return;
    this.poison.set(blamed.id, { reason: blamed.reason, detail: messageOf(error) });
    this.options.log.error({ event: blamed.id, reason: blamed.reason, error: messageOf(error) }, 'event set aside');
  }

  private inTurn<R>(work: () => Promise<R>): Promise<R> {
    const mine = this.turn.then(work, work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}

function textHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const first: unknown = Array.isArray(value) ? value[0] : value;
      return first == null ? [] : [[name, String(first)]];
    }),
  );
}

function messageOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return error instanceof Error ? `${error.message}${cause}` : String(error);
}
