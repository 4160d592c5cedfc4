import { Menu, useMantineColorScheme } from '@mantine/core';
import { useWords } from '../i18n/words.js';
import { MemberButton } from './member-button.js';
import { useSession } from './session.js';
import { useVeil } from './veil.js';

/** Theme, veil, lock, keys, sign-out. */
export function MemberMenu({ onKeys }: { readonly onKeys: () => void }) {
  const t = useWords();
  const { tokens } = useSession();
  const veil = useVeil();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
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
        <Menu.Item onClick={() => void tokens.signOut()}>{t('member.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
