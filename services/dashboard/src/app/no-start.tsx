import { useWords } from '../i18n/words.js';
import { ErrorBlock } from '../ui/states.js';
import css from './frame.module.css';

/** The gateway did not say how to sign in, or a sign-in could not be finished: the way out is to begin again. */
export function NoStart() {
  const t = useWords();
  return (
    <main className={css.alone}>
      <h1 className="unseen">Passerelle</h1>
      <ErrorBlock doing={t('app.noStart')} lost={t('app.noStart.why')} onRetry={() => location.assign('/')} />
    </main>
  );
}
