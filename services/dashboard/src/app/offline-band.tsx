import { useSyncExternalStore } from 'react';
import { useWords } from '../i18n/words.js';
import css from './frame.module.css';

function watch(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** A calm line, not an alarm: the page stays, forms wait. */
export function OfflineBand() {
  const t = useWords();
  const online = useSyncExternalStore(watch, () => navigator.onLine);
  return <div role="status">{online ? null : <p className={css.offline}>{t('app.offline')}</p>}</div>;
}
