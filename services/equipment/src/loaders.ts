import type { Database, Tx } from '#persistence';
import { loaderOf, type RequestContext } from '#runtime';

/** The current version of an aggregate, to be sent back as `expectedVersion`. */
export function versionOf(db: Database, context: RequestContext, topic: string, id: string): Promise<number> {
  const load = (keys: readonly string[]) => db.read(context.actor, (tx) => versionsOf(tx, topic, keys));
  return loaderOf(context, `version ${topic}`, load, 0).load(id);
}

async function versionsOf(tx: Tx, topic: string, ids: readonly string[]): Promise<Map<string, number>> {
  const rows: { aggregate_id: string; version: number }[] = await tx.query(
    'SELECT aggregate_id, version FROM aggregate_head WHERE aggregate_type = $1 AND aggregate_id = ANY ($2)',
    [topic, ids],
  );
  return new Map(rows.map((row) => [row.aggregate_id, row.version]));
}
