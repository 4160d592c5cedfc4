import type { ErrorComponentProps } from '@tanstack/react-router';
import { useWords } from '../i18n/words.js';
import { ErrorBlock } from '../ui/states.js';

/** A page that broke, or whose code did not arrive: the frame stays, and so does the way on. */
export function PageCrash({ reset }: ErrorComponentProps) {
  const t = useWords();
  return (
    <>
      <h1 className="unseen">{t('app.crash')}</h1>
      <ErrorBlock doing={t('app.crash')} lost={t('app.crash.lost')} onRetry={reset} />
    </>
  );
}
