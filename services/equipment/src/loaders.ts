import DataLoader from 'dataloader';
import type { Actor } from '#access';
import type { Database, Tx } from '#persistence';

/** What a request carries beside its caller: one loader per question asked of it. */
export interface RequestContext {
  readonly actor: Actor;
  readonly loaders: Map<string, unknown>;
}

/** The request's loader of that name: rows of a list ask one by one, the database is asked once. */
export function loaderOf<V>(
  context: RequestContext,
  name: string,
  load: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
  absent: V,
): DataLoader<string, V> {
  const known = context.loaders.get(name);
  if (known) return known as DataLoader<string, V>;
  const loader = new DataLoader<string, V>(async (keys) => {
    const found = await load(keys);
    return keys.map((key) => found.get(key) ?? absent);
  });
  context.loaders.set(name, loader);
  return loader;
}

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
