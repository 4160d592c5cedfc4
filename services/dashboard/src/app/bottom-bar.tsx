import { IconDots } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../i18n/words.js';
import css from './frame.module.css';
import { PageLink } from './page-link.js';
import { useEntries } from './rail.js';

const ON_THE_BAR = 4;
const MoreDrawer = lazy(() => import('./more-drawer.js').then((module) => ({ default: module.MoreDrawer })));

/** On a phone: four entries and « Plus », in thumb reach. */
export function BottomBar() {
  const t = useWords();
  const entries = useEntries();
  const [opened, setOpened] = useState(false);
  const shown = entries.slice(0, ON_THE_BAR);
  const others = entries.slice(ON_THE_BAR);
  return (
    <nav className={css.bottom} aria-label={t('frame.menuPhone')}>
      {shown.map((entry) => (
        <PageLink key={entry.label} href={entry.href} aria-current={entry.current ? 'page' : undefined}>
          <entry.icon size={20} stroke={1.75} aria-hidden />
          <span>{t(entry.label)}</span>
        </PageLink>
      ))}
      {others.length > 0 ? (
        <button type="button" onClick={() => setOpened(true)} aria-haspopup="dialog">
          <IconDots size={20} stroke={1.75} aria-hidden />
          <span>{t('frame.more')}</span>
        </button>
      ) : null}
      <Suspense fallback={null}>
        {opened ? <MoreDrawer entries={others} onClose={() => setOpened(false)} /> : null}
      </Suspense>
    </nav>
  );
}
