import { Kafka, logLevel, Partitioners } from 'kafkajs';

/** Where to log; pino fits. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Partitions of every topic: a number to keep, since growing it would move keys. */
export const PARTITIONS = 6;
/** Where relays announce how far they are; kept for one hour. */
export const HEARTBEAT_TOPIC = 'passerelle.heartbeats';

/** A client for these brokers. The library's own log goes to ours, warnings and errors only. */
export function createKafka(options: { brokers: string; clientId: string; log: Log }): Kafka {
  return new Kafka({
    clientId: options.clientId,
    brokers: options.brokers.split(','),
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 8 },
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => {
      const details = { kafka: entry.namespace };
      if (entry.level <= logLevel.ERROR) options.log.error(details, entry.log.message);
      else options.log.warn(details, entry.log.message);
    },
  });
}

/** True when the client stopped because no broker coordinates the group yet; it calls that final, and it is not. */
export function coordinatorIsAway(error: Error): boolean {
  return error.name === 'KafkaJSGroupCoordinatorNotFound';
}

/** Creates the topics that are missing: everything is kept, nothing is compacted. Several services may do so at once. */
export async function ensureTopics(kafka: Kafka, topics: readonly string[], replicationFactor = 1): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    for (let attempt = 1; ; attempt++) {
      const existing = new Set(await admin.listTopics());
      const missing = topics.filter((topic) => !existing.has(topic));
      if (missing.length === 0) return;
      try {
        await admin.createTopics({
          waitForLeaders: true,
          topics: missing.map((topic) => topicConfig(topic, replicationFactor)),
        });
      } catch (error) {
        // Another service created one of them between our look and our call: look again.
        if (attempt >= 10) throw error;
      }
    }
  } finally {
    await admin.disconnect();
  }
}

function topicConfig(topic: string, replicationFactor: number) {
  const keep = [
    { name: 'retention.ms', value: '-1' },
    { name: 'max.message.bytes', value: '2097152' },
  ];
  const hour = [
    { name: 'retention.ms', value: '3600000' },
    { name: 'segment.ms', value: '600000' },
  ];
  return topic === HEARTBEAT_TOPIC
    ? { topic, numPartitions: 1, replicationFactor, configEntries: hour }
    : { topic, numPartitions: PARTITIONS, replicationFactor, configEntries: keep };
}

const partitioner = Partitioners.DefaultPartitioner();
const partitionMetadata = Array.from({ length: PARTITIONS }, (_, partitionId) => ({
  partitionErrorCode: 0,
  partitionId,
  leader: 0,
  replicas: [],
  isr: [],
}));

/** The partition of a key, by the hash the Java clients use; set on each record, so that no client's default can move a key. */
export function partitionOf(key: string): number {
  return partitioner({ topic: '', partitionMetadata, message: { key, value: null } });
}
