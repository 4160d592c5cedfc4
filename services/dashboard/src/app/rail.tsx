import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../i18n/words.js';
import { Deck } from '../ui/deck.js';
import { Mark, Wordmark } from '../ui/wordmark.js';
import { type Entry, entriesOf, hrefOf } from './nav.js';
import { PageLink } from './page-link.js';
import css from './rail.module.css';
import { useIdentity } from './session.js';

const STORED = 'passerelle.rail';

/** True when the page shown belongs to the entry: its own address or one below it. */
export function isCurrent(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}

/** The menu's entries with their addresses, for this person. */
export function useEntries(): readonly (Entry & { readonly href: string; readonly current: boolean })[] {
  const identity = useIdentity();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const entries = entriesOf(identity.role).map((entry) => ({ ...entry, href: hrefOf(entry, identity.branches[0]) }));
  const best = entries.filter(({ href }) => isCurrent(path, href)).sort((a, b) => b.href.length - a.href.length)[0];
  return entries.map((entry) => ({ ...entry, current: entry === best }));
}

/** Left rail: icons with their words, or icons alone when the member folds it; the fold is remembered here. */
export function Rail() {
  const t = useWords();
  const entries = useEntries();
  const [folded, setFolded] = useState(() => localStorage.getItem(STORED) === 'folded');
  const fold = () => {
    localStorage.setItem(STORED, folded ? 'open' : 'folded');
    setFolded(!folded);
  };
  return (
    <nav className={css.rail} data-folded={folded || undefined} aria-label={t('frame.menu')}>
      <PageLink href="/" className={css.home} aria-label={t('frame.home')}>
        {folded ? <Mark /> : <Wordmark height={28} />}
      </PageLink>
      <ul>
        {entries.map((entry) => (
          <li key={entry.label}>
            <PageLink
              href={entry.href}
              className={css.entry}
              aria-current={entry.current ? 'page' : undefined}
              title={folded ? t(entry.label) : undefined}
            >
              <entry.icon size={20} stroke={1.75} aria-hidden />
              <span className={folded ? 'unseen' : undefined}>{t(entry.label)}</span>
              {entry.current ? (
                <span className={css.under}>
                  <Deck width={72} />
                </span>
              ) : null}
            </PageLink>
          </li>
        ))}
      </ul>
      <button type="button" className={css.fold} onClick={fold} aria-expanded={!folded}>
        {folded ? (
          <IconLayoutSidebarLeftExpand size={20} stroke={1.75} aria-hidden />
        ) : (
          <IconLayoutSidebarLeftCollapse size={20} stroke={1.75} aria-hidden />
        )}
        <span className={folded ? 'unseen' : undefined}>{t(folded ? 'frame.unfold' : 'frame.fold')}</span>
      </button>
    </nav>
  );
}
