import { type Admin, type Consumer, type EachBatchPayload, type Kafka } from 'kafkajs';
import { type Clock, type Database } from '#persistence';
import { Assignment } from './assignment.js';
import { coordinatorIsAway, type Log } from './kafka.js';
import { PatientSlices, SLICE } from './patient-slices.js';
import { firstOfLaterEpoch, LIVE_READER, prove } from './place-of-record.js';
import { type Applier } from './slice.js';
import { epochOf, recordOf } from './wire.js';

/** Partitions read at the same time: what they bring together is applied together. */
const SIDE_BY_SIDE = 12;
const LATER_MS = 500;
const BEGIN_AGAIN_MS = 1_000;
/** A fetch comes back four times a second; silence for so long means that nothing is being read. */
const SILENT_AFTER_MS = 10_000;

/** What the consumer says of itself. */
export interface ConsumerHealth {
  /** Partitions are assigned to this instance. */
  readonly assigned: boolean;
  /** It reads: assigned, and a fetch came back within the last ten seconds. */
  readonly reading: boolean;
  /** Last time a fetch came back. */
  readonly lastPoll: Date | null;
  /** Records read from Kafka but not yet applied, over all partitions. */
  readonly lag: number;
  readonly lastError: string | null;
}

/** What a consumer is made of. */
export interface ConsumerOptions {
  readonly kafka: Kafka;
  readonly groupId: string;
  readonly topics: readonly string[];
  readonly database: Database;
  readonly applier: Applier;
  readonly clock: Clock;
  readonly log: Log;
  /** Whose place of record moves: `live`, or what is being rebuilt beside it. */
  readonly reader?: string;
  /** Ends the process when the client has given up for good: a silent stop is worse than a restart. */
  readonly onFatal: (error: Error) => void;
}

/**
 * Reads a service's topics and applies them slice by slice. The offset of record lies in the service's own database and
 * moves in the same transaction as the effects; what Kafka is told afterwards is only a gauge.
 */
export class EventConsumer {
  private consumer: Consumer | undefined;
  private admin: Admin | undefined;
  private beginning: NodeJS.Timeout | undefined;
  private stopping = false;
  private lastPoll: { readonly at: Date; readonly elapsed: number } | null = null;
  private crash: string | null = null;
  private readonly reader: string;
  private readonly slices: PatientSlices;
  private assignment: Assignment | undefined;

  constructor(private readonly options: ConsumerOptions) {
    this.reader = options.reader ?? LIVE_READER;
    this.slices = new PatientSlices({ ...options, reader: this.reader });
  }

  async start(): Promise<void> {
    if (this.options.topics.length > 0) await this.begin();
  }

  private async begin(): Promise<void> {
    const { kafka, groupId, topics, database, log } = this.options;
    this.admin ??= kafka.admin();
    await this.admin.connect();
    const consumer = kafka.consumer({
      groupId,
      sessionTimeout: 8_000,
      rebalanceTimeout: 10_000,
      heartbeatInterval: 1_500,
      maxWaitTimeInMs: 250,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 200, maxRetryTime: 3_000, retries: Number.MAX_SAFE_INTEGER },
    });
    this.consumer = consumer;
    this.assignment = new Assignment({
      database,
      reader: this.reader,
      admin: this.admin,
      log,
      seek: (at) => consumer.seek(at),
    });
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      this.assignment?.begin(payload.memberAssignment as Record<string, number[]>);
    });
    consumer.on(consumer.events.FETCH, () => {
      const { clock } = this.options;
      this.lastPoll = { at: clock.now(), elapsed: clock.elapsed() };
      this.crash = null;
    });
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      this.assignment?.end();
      this.crash = payload.error.message;
      if (payload.restart || this.stopping) return;
      if (coordinatorIsAway(payload.error)) this.beginAgain();
      else this.options.onFatal(payload.error);
    });
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: SIDE_BY_SIDE,
      eachBatch: (payload) => this.batch(payload),
    });
  }

  /** A broker that has only just come up, or is coming back, has no coordinator for a while: that heals by itself. */
  private beginAgain(): void {
    this.options.log.warn({ group: this.options.groupId }, 'no group coordinator yet, beginning again');
    this.beginning = setTimeout(() => {
      this.begin().catch((error: Error) => this.options.onFatal(error));
    }, BEGIN_AGAIN_MS);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.beginning);
    await this.consumer?.disconnect();
    await this.admin?.disconnect();
    await this.slices.idle();
  }

  health(): ConsumerHealth {
    const idle = this.options.topics.length === 0;
    const assigned = idle || (this.assignment?.whole ?? false);
    const silence = this.lastPoll ? this.options.clock.elapsed() - this.lastPoll.elapsed : Number.POSITIVE_INFINITY;
    return {
      assigned,
      reading: idle || (assigned && silence < SILENT_AFTER_MS),
      lastPoll: this.lastPoll?.at ?? null,
      lag: this.assignment?.lag ?? 0,
      lastError: this.slices.lastError ?? this.crash,
    };
  }

  private async batch(payload: EachBatchPayload): Promise<void> {
    const { batch, resolveOffset, heartbeat, isRunning, isStale, pause } = payload;
    const { topic, partition } = batch;
    const later = () => void setTimeout(pause(), LATER_MS).unref();
    const taken = this.assignment?.of(topic, partition);
    if (!this.assignment || !taken) return later();
    const records = batch.messages.map((message) => recordOf(topic, partition, message));
    const [first] = records;
    if (taken.check !== null && first) {
      const proof = prove(taken.place, first);
      if (proof === 'another') return this.assignment.startOver(topic, partition, taken.place.epoch);
      // A batch fetched before we sought our place: it proves nothing, and is asked for again.
      if (proof === 'elsewhere') return this.assignment.takeUp(topic, partition);
      taken.check = null;
      resolveOffset(String(first.offset));
      records.shift();
    }
    const anew = firstOfLaterEpoch(records, taken.place.epoch);
    // The ledger was sent anew, because the broker had lost some of the log: all of it is read again.
    if (anew) return this.assignment.startOver(topic, partition, epochOf(anew));
    taken.lag = records.length + Number(batch.offsetLag());
    for (let from = 0; from < records.length; from += SLICE) {
      const ours = () => isRunning() && !isStale() && !this.stopping;
      if (!ours()) return;
      const slice = records.slice(from, from + SLICE);
      const outcome = await this.slices.apply(slice, heartbeat, ours);
      if (outcome === 'later') return later();
      if (outcome === 'moved') return this.assignment.takeUp(topic, partition);
      const end = slice.at(-1)?.offset ?? 0;
      resolveOffset(String(end));
      taken.lag = Math.max(0, Number(batch.highWatermark) - 1 - end);
      await heartbeat();
      await this.consumer?.commitOffsets([{ topic, partition, offset: String(end + 1) }]).catch(() => undefined);
    }
  }
}
