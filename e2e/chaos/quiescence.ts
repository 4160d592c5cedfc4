import { setTimeout as pause } from 'node:timers/promises';
import { ALL, Books, OWNERS } from './ledger.ts';
import type { World } from './world.ts';

const CALM_MS = 3_000;
const LOOK_MS = 250;

/**
 * Waits until nothing is on its way for three seconds: no fact waits for a relay, every reader stands where the relays
 * have got to, and every instance says that it is well. Gives the seconds it took to get there, those three not among them;
 * throws with what is left when the time is up.
 */
export async function untilQuiet(world: World, withinS: number): Promise<number> {
  const begun = performance.now();
  let calmSince: number | undefined;
  for (;;) {
    const left = await onTheWay(world);
    const now = performance.now();
    calmSince = left.length > 0 ? undefined : (calmSince ?? now);
    if (calmSince !== undefined && now - calmSince >= CALM_MS) return (calmSince - begun) / 1_000;
    if (now - begun > (withinS + CALM_MS / 1_000) * 1_000)
      throw new Error(`not quiet: ${left.join('; ') || 'unsteady'}`);
    await pause(LOOK_MS);
  }
}

async function onTheWay(world: World): Promise<string[]> {
  const health = await Promise.all(world.names.services.map((name) => isComplete(world, name)));
  const left = world.names.services.filter((_, n) => !health[n]).map((name) => `${name} is not complete`);
  return [...left, ...(await behind(world))];
}

/** An instance beside another one reads and sends nothing while the other does: of two, one must be complete, both ready. */
async function isComplete(world: World, name: string): Promise<boolean> {
  const address = world.healthOf(name);
  const which = world.layout.instances === 1 ? address : address.replace('/complete', '/ready');
  return fetch(which, { signal: AbortSignal.timeout(3_000) }).then(
    async (answer) => {
      await answer.body?.cancel();
      return answer.ok;
    },
    () => false,
  );
}

async function behind(world: World): Promise<string[]> {
  let books: Books | undefined;
  try {
    books = await Books.open(world);
    const left: string[] = [];
    const sent = new Map<string, number>();
    for (const owner of OWNERS) {
      const [queue] = await books.ask<{ n: string }>(owner, 'SELECT count(*) AS n FROM outbox_pending');
      if (Number(queue?.n) > 0) left.push(`${owner}: ${queue?.n} facts wait for the relay`);
      const positions = await books.ask<{ at: string; next: string }>(
        owner,
        `SELECT topic || '/' || partition AS at, kafka_offset + 1 AS next FROM relay_position`,
      );
      for (const { at, next } of positions) sent.set(at, Number(next));
    }
    for (const database of ALL) {
      const places = await books.ask<{ at: string; next: string }>(
        database,
        `SELECT topic || '/' || partition AS at, next_offset AS next FROM consumer_offset WHERE reader = 'live'`,
      );
      const late = places.filter(({ at, next }) => Number(next) < (sent.get(at) ?? 0));
      if (late.length > 0) left.push(`${database}: behind on ${late.map(({ at }) => at).join(', ')}`);
    }
    return left;
  } catch (error) {
    return [`the databases do not answer: ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    await books?.close();
  }
}
