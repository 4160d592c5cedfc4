import { useWords } from '../i18n/words.js';
import { PageHead } from '../ui/layout.js';
import { Empty } from '../ui/states.js';
import { PageLink } from './page-link.js';

export function NotFound() {
  const t = useWords();
  return (
    <>
      <PageHead title={t('app.notFound')} />
      <Empty reason="no-match" action={<PageLink href="/">{t('app.notFound.back')}</PageLink>}>
        {t('app.notFound.why')}
      </Empty>
    </>
  );
}
