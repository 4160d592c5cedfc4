import DataLoader from 'dataloader';

/** What the context of a request holds. */
export interface Loaders {
  readonly loaders: Map<string, unknown>;
}

/** One query per request and kind, however many rows ask. */
export function loader<R>(
  { loaders }: Loaders,
  name: string,
  fetch: (keys: readonly string[]) => Promise<Map<string, R>>,
): DataLoader<string, R | undefined> {
  const known = loaders.get(name) as DataLoader<string, R | undefined> | undefined;
  if (known) return known;
  const made = new DataLoader<string, R | undefined>(
    async (keys) => {
      const found = await fetch(keys);
      return keys.map((key) => found.get(key));
      // Batching only: a second mutation of the same request must not be answered from before it.
    },
    { cache: false },
  );
  loaders.set(name, made);
  return made;
}
