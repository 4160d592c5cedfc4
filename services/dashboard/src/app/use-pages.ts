import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useClient } from './client.js';
import type { Answer, AnswerError } from './graphql.js';
import { usePartialServices } from './partial-services.js';
import { nameOf, type Query } from './query.js';
import { keyOf, type Read } from './use-read.js';

/** A page of a list, as every list of the gateway gives it. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly endCursor: string | null;
}

/** A list read page by page: the first page as any other read, and all rows so far. */
export interface PagedRead<Data, Item> extends Read<Data> {
  readonly items: readonly Item[];
  /** Reads the next page; undefined when everything is shown. */
  readonly more: (() => void) | undefined;
  readonly loadingMore: boolean;
}

/** Reads a list by cursor, a page at a time, and reads all shown pages again when something moved. */
export function usePages<Data, Variables extends { after?: string | null }, Item>(
  document: Query<Data, Variables>,
  variables: Variables,
  pageOf: (data: Data) => Page<Item> | null | undefined,
): PagedRead<Data, Item> {
  const client = useClient();
  const key = [...keyOf(document, variables), 'pages'];
  const found = useInfiniteQuery({
    queryKey: key,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }): Promise<Answer<Data>> =>
      client.ask(document, { ...variables, after: pageParam }, { signal }),
    getNextPageParam: ({ data }) => (data ? pageOf(data)?.endCursor : null) ?? undefined,
  });
  const pages = found.data?.pages ?? [];
  const errors = pages.flatMap((page) => page.errors);
  const report = usePartialServices();
  const name = nameOf(document);
  const missing = errors.flatMap((error) => (error.service ? [error.service] : [])).join();
  useEffect(() => report(name, missing === '' ? [] : missing.split(',')), [report, name, missing]);
  return {
    data: pages[0]?.data ?? undefined,
    items: pages.flatMap(({ data }) => (data ? (pageOf(data)?.items ?? []) : [])),
    errors: errors.length > 0 ? errors : NO_ERRORS,
    lastKnownAt: {},
    loading: found.isLoading,
    refreshing: found.isFetching && !found.isLoading,
    failed: found.isError && found.data === undefined,
    again: () => void found.refetch(),
    key,
    more: found.hasNextPage ? () => void found.fetchNextPage() : undefined,
    loadingMore: found.isFetchingNextPage,
  };
}
const NO_ERRORS: readonly AnswerError[] = [];
