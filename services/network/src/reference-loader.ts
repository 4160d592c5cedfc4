import DataLoader from 'dataloader';

/** What the GraphQL context offers to batch with. */
export interface LoaderContext {
  readonly loaders: Map<string, DataLoader<string, unknown>>;
}

/** Loads one row of many in one query per request; null where there is none. */
export function loadOne<R>(
  context: LoaderContext,
  name: string,
  id: string,
  fetch: (ids: readonly string[]) => Promise<ReadonlyMap<string, R>>,
): Promise<R | null> {
  let loader = context.loaders.get(name);
  if (!loader) {
    loader = new DataLoader<string, unknown>(async (ids) => {
      const rows = await fetch(ids);
      return ids.map((wanted) => rows.get(wanted) ?? null);
    });
    context.loaders.set(name, loader);
  }
  return loader.load(id) as Promise<R | null>;
}
