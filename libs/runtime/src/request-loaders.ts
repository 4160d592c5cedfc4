import DataLoader from 'dataloader';
import type { Actor } from '#access';

/** What a request carries beside its caller: one loader per question asked of it. */
export interface RequestContext {
  readonly actor: Actor;
  readonly loaders: Map<string, unknown>;
}

/**
 * The request's loader of that name: rows of a list ask one by one, the database is asked once, and once for each key. Nothing
 * is kept beyond that: what comes after a second change of the same request must not be told from before it.
 */
export function loaderOf<V>(
  context: RequestContext,
  name: string,
  load: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
  absent: V,
): DataLoader<string, V> {
  const known = context.loaders.get(name);
  if (known) return known as DataLoader<string, V>;
  const loader = new DataLoader<string, V>(
    async (keys) => {
      const found = await load([...new Set(keys)]);
      return keys.map((key) => found.get(key) ?? absent);
    },
    { cache: false },
  );
  context.loaders.set(name, loader);
  return loader;
}
