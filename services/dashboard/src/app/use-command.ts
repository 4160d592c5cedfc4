import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { RefusalShown } from '../ui/refusal.js';
import { useClient } from './client.js';
import { Unreachable, unreachable } from './graphql.js';
import type { Query } from './query.js';

/** One thing a person does. */
export interface Command<Data, Variables> {
  /** Sends once; a second call while sending does nothing. Gives the answer, or undefined when it was refused. */
  readonly send: (variables: Variables, idempotencyKey: string) => Promise<Data | undefined>;
  readonly sending: boolean;
  readonly refusals: readonly RefusalShown[];
  /** Forgets the refusals, when the form is closed or cleaned. */
  readonly forget: () => void;
}

/**
 * Sends a mutation with the key that makes repeating it harmless. What is refused comes back as sentences for the form;
 * nothing is ever thrown at the page. After success the answers under `touches` are asked again.
 */
export function useCommand<Data, Variables>(
  document: Query<Data, Variables>,
  options: { readonly touches?: readonly QueryKey[] } = {},
): Command<Data, Variables> {
  const client = useClient();
  const cache = useQueryClient();
  const [sending, setSending] = useState(false);
  const [refusals, setRefusals] = useState<readonly RefusalShown[]>([]);
  const busy = useRef(false);
  const touches = useRef(options.touches);
  touches.current = options.touches;

  const send = useCallback(
    async (variables: Variables, idempotencyKey: string) => {
      if (busy.current) return undefined;
      busy.current = true;
      setSending(true);
      try {
        const answer = await client.ask(document, variables, { idempotencyKey });
        setRefusals(answer.errors);
        if (answer.errors.length > 0) return undefined;
        // Not awaited: what was saved is already known, the lists follow.
        for (const queryKey of touches.current ?? []) void cache.invalidateQueries({ queryKey });
        return answer.data ?? undefined;
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error;
        setRefusals([unreachable()]);
        return undefined;
      } finally {
        busy.current = false;
        setSending(false);
      }
    },
    [client, cache, document],
  );
  return { send, sending, refusals, forget: useCallback(() => setRefusals([]), []) };
}
