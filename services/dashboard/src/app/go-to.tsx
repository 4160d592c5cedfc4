import { Modal, TextInput } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../i18n/words.js';
import { allowed } from './claims.js';
import css from './frame.module.css';
import { entriesOf, hrefOf } from './nav.js';
import { hasPage } from './pages.js';
import { ADDRESSES, type Address } from './routes.js';
import { useIdentity } from './session.js';

interface Goal {
  readonly href: string;
  readonly label: string;
}

/** Accents and case do not count when looking for a page. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Ctrl+K: type a few letters, Enter goes to the first match. */
export function GoTo({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = useWords();
  const router = useRouter();
  const goals = useGoals();
  const [typed, setTyped] = useState('');
  const found = goals.filter((goal) => plain(goal.label).includes(plain(typed)));
  const close = () => {
    setTyped('');
    onClose();
  };
  const go = (goal: Goal | undefined) => {
    if (!goal) return;
    close();
    void router.navigate({ href: goal.href });
  };
  return (
    <Modal opened={opened} onClose={close} title={t('go.title')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          go(found[0]);
        }}
      >
        <TextInput
          label={t('go.label')}
          value={typed}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </form>
      <p className="unseen" role="status">
        {t('go.found', { count: found.length })}
      </p>
      <ul className={css.goals}>
        {found.map((goal) => (
          <li key={goal.href}>
            <button type="button" onClick={() => go(goal)}>
              {goal.label}
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}

function useGoals(): Goal[] {
  const t = useWords();
  const identity = useIdentity();
  const menu = entriesOf(identity.role);
  const reachable = new Set<string>(menu.map((entry) => ADDRESSES[entry.to].path.split('/')[1] ?? ''));
  const inMenu = menu.map((entry) => ({ href: hrefOf(entry, identity.branches[0]), label: t(entry.label) }));
  // Pages beside the menu's own (« Inscrire une personne »), as long as they need no id.
  const beside = Object.values(ADDRESSES)
    .filter(({ path, slice }) => !path.includes('$') && hasPage(slice) && reachable.has(path.split('/')[1] ?? ''))
    .filter(({ needs }: Address) => needs === undefined || allowed(identity, needs))
    .map(({ path, title }) => ({ href: path, label: t(title) }));
  return [...inMenu, ...beside.filter(({ href }) => !inMenu.some((goal) => goal.href === href))];
}
