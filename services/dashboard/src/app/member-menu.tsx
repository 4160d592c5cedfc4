import { Menu, useMantineColorScheme } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../i18n/words.js';
import { allowed } from './claims.js';
import { MemberButton } from './member-button.js';
import { useIdentity, useSession } from './session.js';
import { useVeil } from './veil.js';

// Asked for by few, and with words of its own.
const OwnSessions = lazy(async () => ({
  default: (await import('../network/end-sessions/own-sessions.js')).OwnSessions,
}));

/** Theme, veil, lock, keys, sign-out. */
export function MemberMenu({ onKeys }: { readonly onKeys: () => void }) {
  const t = useWords();
  const { config, tokens } = useSession();
  const identity = useIdentity();
  const [sessions, setSessions] = useState(false);
  const veil = useVeil();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu position="bottom-end" width={264}>
        <Menu.Target>
          <MemberButton />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('member.theme')}</Menu.Label>
          {(['auto', 'light', 'dark'] as const).map((scheme) => (
            <Menu.Item
              key={scheme}
              onClick={() => setColorScheme(scheme)}
              rightSection={colorScheme === scheme ? '✓' : null}
            >
              {t(`member.theme.${scheme}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => veil.set(!veil.on)} rightSection="Alt V">
            {t(veil.on ? 'member.unveil' : 'member.veil')}
          </Menu.Item>
          <Menu.Item onClick={() => tokens.lock()}>{t('member.lock')}</Menu.Item>
          <Menu.Item onClick={onKeys} rightSection="?">
            {t('keys.title')}
          </Menu.Item>
          <Menu.Divider />
          {config.inbox ? (
            <Menu.Item component="a" href={config.inbox} target="_blank" rel="noreferrer">
              {t('member.inbox')}
            </Menu.Item>
          ) : null}
          {allowed(identity, 'EndOwnSessions') ? (
            <Menu.Item onClick={() => setSessions(true)}>{t('member.signOutEverywhere')}</Menu.Item>
          ) : null}
          <Menu.Item onClick={() => void tokens.signOut()}>{t('member.signOut')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>{sessions ? <OwnSessions onClose={() => setSessions(false)} /> : null}</Suspense>
    </>
  );
}
