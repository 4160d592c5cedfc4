import { Button, CopyButton } from '@mantine/core';
import { useAuth } from 'react-oidc-context';
import { useIdentity } from '../../app/session.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Facts, Sheet, Stack } from '../../ui/layout.js';

/** In whose name the console asks, for how long, and the token to ask with from elsewhere. */
export function TokenCard() {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const identity = useIdentity();
  const { user } = useAuth();
  const branches = identity.branches.includes('*') ? t('console.network') : identity.branches.join(', ');
  return (
    <Sheet title={t('console.token')}>
      <Stack>
        <Facts
          facts={[
            [t('console.tokenWho'), identity.name],
            [t('console.tokenRole'), label('Role', identity.role)],
            [t('console.tokenBranches'), branches],
            [
              t('console.tokenEnds'),
              user?.expires_at ? format.time(new Date(user.expires_at * 1000)) : format.amount('NOT_AVAILABLE'),
            ],
          ]}
        />
        <CopyButton value={user?.access_token ?? ''}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy} disabled={!user}>
              {t(copied ? 'console.tokenCopied' : 'console.tokenCopy')}
            </Button>
          )}
        </CopyButton>
        <p className="soft">{t('console.tokenSays')}</p>
      </Stack>
    </Sheet>
  );
}
