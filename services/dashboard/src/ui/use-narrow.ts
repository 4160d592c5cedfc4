import { useSyncExternalStore } from 'react';

/** Where one column begins, as in the style sheets. */
const NARROW = '(max-width: 639px)';

/** True on a phone, and as soon as a window becomes as narrow: for what is another thing there, not only narrower. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watch, () => window.matchMedia(NARROW).matches);
}

function watch(changed: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
