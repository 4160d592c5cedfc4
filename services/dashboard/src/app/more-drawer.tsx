import { Drawer } from '@mantine/core';
import { useWords } from '../i18n/words.js';
import css from './frame.module.css';
import { PageLink } from './page-link.js';
import type { useEntries } from './rail.js';

/** The entries that do not fit on the phone's bar. */
export function MoreDrawer(props: { readonly entries: ReturnType<typeof useEntries>; readonly onClose: () => void }) {
  const t = useWords();
  return (
    <Drawer
      opened
      onClose={props.onClose}
      position="bottom"
      size="auto"
      title={t('frame.more')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <ul className={css.goals}>
        {props.entries.map((entry) => (
          <li key={entry.label}>
            <PageLink href={entry.href} onClick={props.onClose} aria-current={entry.current ? 'page' : undefined}>
              <entry.icon size={20} stroke={1.75} aria-hidden /> {t(entry.label)}
            </PageLink>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
