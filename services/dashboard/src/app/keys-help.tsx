import { Modal, Switch } from '@mantine/core';
import { useState } from 'react';
import type { MessageId } from '../i18n/fr.js';
import { useWords } from '../i18n/words.js';
import { Facts } from '../ui/layout.js';
import { keysAreOn, switchKeys } from './keys.js';

const KEYS: readonly (readonly [keys: string, does: MessageId])[] = [
  ['Ctrl + K', 'keys.go'],
  ['Alt + N', 'keys.main'],
  ['Alt + V', 'keys.veil'],
  ['Ctrl + Enter', 'keys.send'],
  ['Esc', 'keys.close'],
  ['?', 'keys.help'],
];

/** All keys in one list, and the switch that turns them off. */
export function KeysHelp({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = useWords();
  const [on, setOn] = useState(keysAreOn);
  return (
    <Modal opened={opened} onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <Facts facts={KEYS.map(([keys, does]) => [keys, t(does)])} />
      <Switch
        mt="lg"
        label={t('keys.on')}
        checked={on}
        onChange={(event) => {
          switchKeys(event.currentTarget.checked);
          setOn(event.currentTarget.checked);
        }}
      />
    </Modal>
  );
}
