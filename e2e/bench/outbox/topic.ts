import { randomUUID } from 'node:crypto';
import type { Admin, Kafka } from 'kafkajs';
import { KEYS } from './contenders.ts';

/** Where each partition of a topic ends, by its number. */
export type Ends = ReadonlyMap<number, number>;

/** Where a topic ends now. */
export async function endsOf(admin: Admin, topic: string): Promise<Ends> {
  const offsets = await admin.fetchTopicOffsets(topic);
  return new Map(offsets.map(({ partition, high }) => [partition, Number(high)]));
}

/** How many records lie between. */
export function between(from: Ends, to: Ends): number {
  return [...to].reduce((sum, [partition, end]) => sum + end - (from.get(partition) ?? 0), 0);
}

/** Waits until so many records have come since; gives how many they are then. */
export async function arrived(
  admin: Admin,
  topic: string,
  since: Ends,
  wanted: number,
  withinMs: number,
): Promise<number> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const count = between(since, await endsOf(admin, topic));
    if (count >= wanted) return count;
    if (performance.now() > deadline) throw new Error(`${topic}: ${count} of ${wanted} records after ${withinMs} ms`);
    await new Promise((done) => setTimeout(done, 5));
  }
}

/** What a record of a bench says. */
export const numberOf = (value: Buffer | null): number => Number(JSON.parse(String(value)).n);

/** Whether each event from one number up to before another lies there since, and each key's in their order when first seen. */
export async function wholeAndInOrder(
  kafka: Kafka,
  topic: string,
  since: Ends,
  events: { readonly from: number; readonly to: number },
): Promise<boolean> {
  const admin = kafka.admin();
  await admin.connect();
  const ends = await endsOf(admin, topic);
  await admin.disconnect();
  const seen = new Set<number>();
  const last = new Map<number, number>();
  let inOrder = true;
  await readAll(kafka, topic, since, ends, (value) => {
    const n = numberOf(value);
    if (seen.has(n)) return;
    seen.add(n);
    inOrder &&= n > (last.get(n % KEYS) ?? -1);
    last.set(n % KEYS, n);
  });
  return (
    inOrder && Array.from({ length: events.to - events.from }, (_, i) => events.from + i).every((n) => seen.has(n))
  );
}

async function readAll(kafka: Kafka, topic: string, since: Ends, ends: Ends, tell: (value: Buffer | null) => void) {
  const consumer = kafka.consumer({ groupId: `bench-${randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  const open = new Set([...ends].filter(([partition, end]) => end > (since.get(partition) ?? 0)).map(([p]) => p));
  await new Promise<void>((done, fail) => {
    consumer
      .run({
        autoCommit: false,
        eachBatch: async ({ batch }) => {
          for (const { offset, value } of batch.messages)
            if (Number(offset) >= (since.get(batch.partition) ?? 0)) tell(value);
          if (Number(batch.lastOffset()) + 1 >= (ends.get(batch.partition) ?? 0)) open.delete(batch.partition);
          if (open.size === 0) done();
        },
      })
      .catch(fail);
    for (const [partition, offset] of since) consumer.seek({ topic, partition, offset: String(offset) });
  });
  await consumer.disconnect();
}
