import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/client.js';
import type { GraphqlClient } from '../../app/graphql.js';
import type { ResultOf } from '../../app/query.js';
import { IN_FORCE, READY } from './make-sale-query.js';

/** How many devices a till knows by heart. */
const PAGES = 20;
const FRESH_MS = 10 * 60_000;

export type ReadyDevice = NonNullable<ResultOf<typeof READY>['devices']>['items'][number];
export type Price = NonNullable<ResultOf<typeof IN_FORCE>['tariffs']>['items'][number];

/** What a till sells from while the network is cut. */
export interface Knowledge {
  readonly devices: ReadonlyMap<string, ReadyDevice>;
  readonly prices: readonly Price[];
}

/** Looked up while there is a network, and kept as it was when there is none. */
export function useTillKnowledge(branch: string | null, today: string): Knowledge | undefined {
  const client = useClient();
  const found = useQuery({
    queryKey: ['till', 'knowledge', branch, today],
    staleTime: FRESH_MS,
    gcTime: Number.POSITIVE_INFINITY,
    queryFn: () => lookUp(client, branch, today),
  });
  return found.data;
}

async function lookUp(client: Pick<GraphqlClient, 'ask'>, branch: string | null, on: string): Promise<Knowledge> {
  const { data: tariffs } = await client.ask(IN_FORCE, { on });
  const devices = new Map<string, ReadyDevice>();
  let after: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const { data }: { data: ResultOf<typeof READY> | null } = await client.ask(READY, { branch, after });
    for (const device of data?.devices?.items ?? []) devices.set(device.tag, device);
    after = data?.devices?.endCursor ?? null;
    if (after === null) break;
  }
  return { devices, prices: tariffs?.tariffs?.items ?? [] };
}
