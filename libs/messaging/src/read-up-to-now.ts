import type { Kafka } from 'kafkajs';
import { type Database } from '#persistence';
import { LIVE_READER } from './place-of-record.js';

const LOOK_EVERY_MS = 50;

/**
 * Waits until every event that these topics held when it was called has had its effect in this database, whatever age its tables
 * are of. The live reader must be reading. Costs one look at the broker when nothing is new.
 */
export async function readUpToNow(kafka: Kafka, database: Database, topics: readonly string[]): Promise<void> {
  if (topics.length === 0) return;
  const ends = await endsOf(kafka, topics);
  while (!(await reached(database, ends))) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
}

interface End {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

async function endsOf(kafka: Kafka, topics: readonly string[]): Promise<End[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const ends = await Promise.all(
      topics.map(async (topic) =>
        (await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => ({ topic, partition, offset: high })),
      ),
    );
    return ends.flat().filter(({ offset }) => offset !== '0');
  } finally {
    await admin.disconnect();
  }
}

async function reached(database: Database, ends: readonly End[]): Promise<boolean> {
  const [row]: { behind: number }[] = await database.look((tx) =>
    tx.query(
      `SELECT count(*)::int AS behind FROM unnest($1::text[], $2::int[], $3::bigint[]) AS e(topic, partition, goal)
       LEFT JOIN consumer_offset o ON o.reader = $4 AND o.topic = e.topic AND o.partition = e.partition
       WHERE coalesce(o.next_offset, 0) < e.goal`,
      [ends.map((end) => end.topic), ends.map((end) => end.partition), ends.map((end) => end.offset), LIVE_READER],
    ),
  );
  return row?.behind === 0;
}
