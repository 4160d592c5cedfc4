import { keepPreviousData, type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useEnvironment } from '../ui/environment.js';
import { useClient } from './client.js';
import type { AnswerError } from './graphql.js';
import { type Kept, keepLastKnown } from './partial.js';
import { usePartialServices } from './partial-services.js';
import { nameOf, type Query } from './query.js';

/** One answer of the gateway, as a page shows it. */
export interface Read<Data> {
  readonly data: Data | undefined;
  readonly errors: readonly AnswerError[];
  readonly lastKnownAt: Readonly<Record<string, string>>;
  /** Nothing to show yet. */
  readonly loading: boolean;
  /** Old content is shown while new content is on its way. */
  readonly refreshing: boolean;
  /** Nothing came back at all. */
  readonly failed: boolean;
  readonly again: () => void;
  /** For `useLive` and for the commands that touch this. */
  readonly key: QueryKey;
}

/** The key of an operation's answers: all of them without variables, one of them with. */
export function keyOf<Data, Variables>(document: Query<Data, Variables>, variables?: Variables): QueryKey {
  return variables === undefined ? ['read', nameOf(document)] : ['read', nameOf(document), variables];
}

/** Reads, keeps the old answer legible while refreshing, and the last known value of a part that does not answer. */
export function useRead<Data, Variables>(
  document: Query<Data, Variables>,
  variables: Variables,
  options: { readonly enabled?: boolean } = {},
): Read<Data> {
  const client = useClient();
  const cache = useQueryClient();
  const { now } = useEnvironment();
  const key = keyOf(document, variables);
  const found = useQuery<Kept<Data>>({
    queryKey: key,
    enabled: options.enabled ?? true,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const answer = await client.ask(document, variables, { signal });
      return keepLastKnown(cache.getQueryData<Kept<Data>>(key), answer, now().toISOString());
    },
  });
  const errors = found.data?.errors ?? NO_ERRORS;
  const report = usePartialServices();
  const name = nameOf(document);
  const missing = errors.flatMap((error) => (error.service ? [error.service] : [])).join();
  useEffect(() => report(name, missing === '' ? [] : missing.split(',')), [report, name, missing]);
  return {
    data: found.data?.data ?? undefined,
    errors,
    lastKnownAt: found.data?.lastKnownAt ?? {},
    loading: found.isLoading,
    refreshing: found.isFetching && !found.isLoading,
    failed: found.isError && found.data === undefined,
    again: () => void found.refetch(),
    key,
  };
}
const NO_ERRORS: readonly AnswerError[] = [];
