import { type Consumer, type Kafka } from 'kafkajs';
import type { EndedSessions } from '#access';
import { MemberSessionsEnded } from '#events';
import { type Ids } from '#persistence';
import { type Log } from './kafka.js';
import { readRecord, recordOf } from './wire.js';

const BEGIN_AGAIN_MS = 1_000;

/**
 * Hears whose sessions have ended, each instance for itself. What lies on the topic is read from its beginning at each start:
 * members are few, and what is older than a token lives is let go at once.
 */
export class EndedSessionsListener {
  private consumer: Consumer | undefined;
  private beginning: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(
    private readonly options: {
      readonly kafka: Kafka;
      readonly service: string;
      readonly ids: Ids;
      readonly log: Log;
      readonly ended: EndedSessions;
    },
  ) {}

  /** Begins to listen; never fails, begins again until it can. */
  start(): void {
    void this.listen().catch((error: unknown) => this.beginAgain(error));
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.beginning);
    await this.consumer?.disconnect();
  }

  private async listen(): Promise<void> {
    const { kafka, service, ids, ended } = this.options;
    const consumer = kafka.consumer({
      // A group of its own: every instance hears every word.
      groupId: `${service}-sessions-${ids.next()}`,
      allowAutoTopicCreation: false,
      maxWaitTimeInMs: 500,
      retry: { initialRetryTime: 200, maxRetryTime: 3_000, retries: Number.MAX_SAFE_INTEGER },
    });
    this.consumer = consumer;
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (!payload.restart) this.beginAgain(payload.error);
    });
    await consumer.connect();
    await consumer.subscribe({ topics: [MemberSessionsEnded.topic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ topic, partition, message }) => {
        const parsed = readRecord(recordOf(topic, partition, message));
        if (parsed.outcome !== 'parsed' || parsed.event.type !== MemberSessionsEnded.name) return;
        const data = MemberSessionsEnded.data.safeParse(parsed.event.data);
        if (data.success) ended.end(data.data.subject, new Date(data.data.issuedBefore));
      },
    });
  }

  private beginAgain(error: unknown): void {
    if (this.stopping) return;
    const what = error instanceof Error ? error.message : String(error);
    this.options.log.warn({ error: what }, 'ended sessions are listened for again');
    clearTimeout(this.beginning);
    this.beginning = setTimeout(() => this.start(), BEGIN_AGAIN_MS);
  }
}
