import { NativeSelect } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useWords } from '../i18n/words.js';
import { useBranchName } from './branch-names.js';
import { FreshnessPill } from './freshness-pill.js';
import { LanguageSwitch } from './language-switch.js';
import { MemberButton } from './member-button.js';
import { useScope } from './scope.js';
import { useIdentity } from './session.js';
import css from './top-bar.module.css';
import { useSearch } from './use-search.js';

// The menu's machinery follows the first screen; until then the name stands where the menu will be.
const MemberMenu = lazy(() => import('./member-menu.js').then((module) => ({ default: module.MemberMenu })));

export function TopBar({ onGo, onKeys }: { readonly onGo: () => void; readonly onKeys: () => void }) {
  const t = useWords();
  return (
    <header className={css.top} data-frame>
      <BranchSwitch />
      <button type="button" className={css.search} onClick={onGo} aria-keyshortcuts="Control+K">
        <IconSearch size={20} stroke={1.75} aria-hidden />
        <span>{t('go.open')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className={css.topEnd}>
        <FreshnessPill />
        <LanguageSwitch />
        <Suspense fallback={<MemberButton />}>
          <MemberMenu onKeys={onKeys} />
        </Suspense>
      </div>
    </header>
  );
}

/** The branch in view; a choice only for whoever has several. */
function BranchSwitch() {
  const t = useWords();
  const identity = useIdentity();
  const scope = useScope();
  const [, change] = useSearch();
  const nameOf = useBranchName();
  const known = nameOf.all.length > 0 ? nameOf.all : identity.branches.filter((code) => code !== '*');
  const choices = identity.branches.includes('*') ? known : identity.branches;
  if (choices.length < 2) {
    return (
      <strong className={css.branch}>{scope.all ? t('top.network') : scope.branches.map(nameOf.of).join(', ')}</strong>
    );
  }
  return (
    <NativeSelect
      className={css.branch ?? ''}
      aria-label={t('top.branch')}
      value={scope.one ?? ''}
      onChange={(event) => change({ branch: event.currentTarget.value || undefined })}
      data={[
        { value: '', label: t('top.network') },
        ...choices.map((code) => ({ value: code, label: nameOf.of(code) })),
      ]}
    />
  );
}
