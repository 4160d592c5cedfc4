import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { GraphqlClient, Unreachable } from './graphql.js';
import { useMaybeIdentity, useSession } from './session.js';

const ClientContext = createContext<GraphqlClient | null>(null);

/** One gateway client and one cache per person: nothing of one is ever shown to the next. */
export function ClientProvider({ children }: { readonly children: ReactNode }) {
  const { tokens } = useSession();
  const subject = useMaybeIdentity()?.subject;
  const client = useMemo(() => new GraphqlClient(tokens), [tokens]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person gets an empty cache
  const cache = useMemo(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            staleTime: 5_000,
            retry: (failures, error) => error instanceof Unreachable && failures < 2,
            retryDelay: (failures) => 500 * 2 ** failures,
            refetchOnWindowFocus: true,
          },
        },
      }),
    [subject],
  );
  return (
    <ClientContext.Provider value={client}>
      <QueryClientProvider client={cache}>{children}</QueryClientProvider>
    </ClientContext.Provider>
  );
}

export function useClient(): GraphqlClient {
  const client = useContext(ClientContext);
  if (!client) throw new Error('no client above this page');
  return client;
}
