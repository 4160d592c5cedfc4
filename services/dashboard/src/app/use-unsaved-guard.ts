import { useBlocker } from '@tanstack/react-router';
import { useWords } from '../i18n/words.js';

/** Asks before a form with unsent input is left, by a link, by back, or by closing the tab. */
export function useUnsavedGuard(unsaved: boolean): void {
  const t = useWords();
  useBlocker({
    disabled: !unsaved,
    enableBeforeUnload: unsaved,
    shouldBlockFn: () => !window.confirm(t('app.unsaved')),
  });
}
