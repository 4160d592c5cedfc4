import type { Refusal } from '#errors';
import type { Database, Tx } from './database.js';

const WAIT_MS = 2_000;
const LOOK_EVERY_MS = 50;

/**
 * Waits for a fact of another service that is still on its way: looks again for up to two seconds, then throws the refusal
 * `missing` gave last (a `NOT_YET_KNOWN`). `missing` looks as the worker role and gives undefined once all is there.
 */
export async function waitUntilKnown(
  database: Database,
  missing: (tx: Tx) => Promise<Refusal | undefined>,
): Promise<void> {
  const deadline = performance.now() + WAIT_MS;
  for (;;) {
    const refusal = await database.look(missing);
    if (refusal === undefined) return;
    if (performance.now() >= deadline) throw refusal;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
