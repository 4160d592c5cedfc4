import type { Client } from 'pg';

/** Which part of a ledger is sent once more. */
export interface Redrive {
  /** One topic; every topic of the service when left out. */
  readonly topic?: string | undefined;
  /** From this place of the ledger on; from its beginning when left out. */
  readonly since?: number | undefined;
}

/** Runs a statement and gives its rows: a transaction of ours, or a connection of its own. */
type Rows = (statement: string, values: unknown[]) => Promise<{ n: number }[]>;

/**
 * Puts events of the ledger into the relay's queue once more and gives how many. Consumers drop what they have applied, so
 * sending too much is harmless. Runs as the worker role, in the caller's transaction.
 */
export async function redrive(rows: Rows, part: Redrive = {}): Promise<number> {
  const [sent] = await rows(
    `WITH sent AS (
       INSERT INTO outbox_pending (seq)
       SELECT seq FROM outbox_event WHERE seq >= $1 AND ($2::text IS NULL OR aggregate_type = $2) ORDER BY seq
       ON CONFLICT DO NOTHING RETURNING seq)
     SELECT count(*)::int AS n FROM sent`,
    [part.since ?? 0, part.topic ?? null],
  );
  return sent?.n ?? 0;
}

/**
 * Sends a whole topic once more because the broker lost some of it: under the next epoch, which tells consumers to read
 * the log from its beginning, since their places in it may now belong to other events.
 */
export async function sendAnew(client: Pick<Client, 'query'>, topic: string): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(
      `INSERT INTO relay_epoch (topic, epoch) VALUES ($1, 1)
       ON CONFLICT (topic) DO UPDATE SET epoch = relay_epoch.epoch + 1`,
      [topic],
    );
    await client.query('DELETE FROM relay_position WHERE topic = $1', [topic]);
    await redrive(async (statement, values) => (await client.query<{ n: number }>(statement, values)).rows, { topic });
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
