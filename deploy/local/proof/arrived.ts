import { type Ask, OWNERS, SERVICES } from './databases.js';

interface Position {
  readonly topic: string;
  readonly partition: number;
  readonly next: string;
}

/**
 * What has not arrived yet: facts still queued for Kafka, and topics that somebody who listens has not read to where the
 * relays have got. Nothing when every fact told so far has been heard by all who listen for it.
 */
export async function underway(ask: Ask): Promise<string[]> {
  const left: string[] = [];
  const sent = new Map<string, number>();
  for (const owner of OWNERS) {
    const [queue] = await ask<{ n: string }>(owner, 'SELECT count(*) AS n FROM outbox_pending');
    if (Number(queue?.n) > 0) left.push(`${owner}: ${queue?.n} facts wait for the relay`);
    const positions = await ask<Position>(
      owner,
      'SELECT topic, partition, kafka_offset + 1 AS next FROM relay_position',
    );
    for (const { topic, partition, next } of positions) sent.set(`${topic}/${partition}`, Number(next));
  }
  for (const service of SERVICES) {
    const read = await ask<Position>(service, 'SELECT topic, partition, next_offset AS next FROM consumer_offset');
    const behind = read.filter(({ topic, partition, next }) => Number(next) < (sent.get(`${topic}/${partition}`) ?? 0));
    if (behind.length > 0) left.push(`${service}: behind on ${behind.length} partitions`);
    // Whoever tells figures must have begun to listen; a list that is still empty proves nothing.
    if (service === 'reporting' && read.length === 0) left.push('reporting: has not begun to listen');
  }
  return left;
}

/** Waits until everything told has been heard; throws with what is missing after that long. */
export async function untilArrived(ask: Ask, withinMs: number): Promise<void> {
  const deadline = performance.now() + withinMs;
  for (let left = await underway(ask); left.length > 0; left = await underway(ask)) {
    if (performance.now() > deadline) throw new Error(`Still on its way: ${left.join('; ')}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Events that were set aside, by service; nothing when there are none. */
export async function setAside(ask: Ask): Promise<string[]> {
  const found: string[] = [];
  for (const service of SERVICES) {
    const rows = await ask<{ type: string; reason: string; n: string }>(
      service,
      'SELECT type, reason, count(*) AS n FROM dead_letter GROUP BY 1, 2 ORDER BY 1, 2',
    );
    found.push(...rows.map(({ type, reason, n }) => `${service}: ${n} × ${type} set aside, ${reason}`));
  }
  return found;
}
