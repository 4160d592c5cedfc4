import { type Consumer, type Kafka } from 'kafkajs';
import { type Ids } from '#persistence';
import { Heartbeat } from './heartbeat.js';
import { HEARTBEAT_TOPIC } from './kafka.js';

const BEGIN_AGAIN_MS = 1_000;

/** Hears what relays announce, from now on; nothing is kept, the next word comes within two seconds. */
export class HeartbeatListener {
  private consumer: Consumer | undefined;
  private beginning: NodeJS.Timeout | undefined;
  private stopping = false;
  private listener: ((heartbeat: Heartbeat) => void) | undefined;

  constructor(
    private readonly kafka: Kafka,
    private readonly service: string,
    private readonly ids: Ids,
  ) {}

  /** Says who listens; without a listener nothing is read. */
  onHeartbeat(listener: (heartbeat: Heartbeat) => void): void {
    this.listener = listener;
  }

  async start(): Promise<void> {
    const { listener } = this;
    if (!listener) return;
    // A group of its own: every instance hears every word.
    const groupId = `${this.service}-heartbeats-${this.ids.next()}`;
    this.consumer = this.kafka.consumer({
      groupId,
      allowAutoTopicCreation: false,
      maxWaitTimeInMs: 500,
      retry: { initialRetryTime: 200, maxRetryTime: 3_000, retries: Number.MAX_SAFE_INTEGER },
    });
    // Without ears nothing is ever fresh again: whatever ended them, they are opened anew.
    this.consumer.on(this.consumer.events.CRASH, ({ payload }) => {
      if (!payload.restart && !this.stopping) this.beginAgain();
    });
    await this.consumer.connect();
    await this.consumer.subscribe({ topics: [HEARTBEAT_TOPIC], fromBeginning: false });
    await this.consumer.run({
      autoCommit: false,
      eachMessage: async ({ message }) => {
        const parsed = Heartbeat.safeParse(jsonOrNull(message.value?.toString() ?? ''));
        if (parsed.success) listener(parsed.data);
      },
    });
  }

  private beginAgain(): void {
    this.beginning = setTimeout(() => void this.start().catch(() => this.beginAgain()), BEGIN_AGAIN_MS);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.beginning);
    await this.consumer?.disconnect();
  }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
