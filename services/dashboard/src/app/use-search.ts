import { useNavigate, useSearch as useRouterSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Search } from './address.js';

/**
 * The view's filters, read from and written to the address, so that back, forward and a copied link always work. What is
 * typed to find a person never goes here: addresses stay in histories and logs.
 */
export function useSearch(): readonly [
  Search,
  (changes: Readonly<Record<string, string | undefined>>, how?: 'push' | 'replace') => void,
] {
  const search: Search = useRouterSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (changes: Readonly<Record<string, string | undefined>>, how: 'push' | 'replace' = 'push') => {
      void navigate({
        to: '.',
        search: (before: object) => ({ ...before, ...changes }) as never,
        replace: how === 'replace',
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [search, change];
}
