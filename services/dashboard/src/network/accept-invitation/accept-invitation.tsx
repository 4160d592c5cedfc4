import { Button } from '@mantine/core';
import { useState } from 'react';
import css from '../../app/landing.module.css';
import { PublicPage } from '../../app/public-page.js';
import type { Tokens } from '../../app/tokens.js';
import { MemberLanguage } from '../../i18n/member-language.js';
import { useWords } from '../../i18n/words.js';
import { Notice } from '../../ui/layout.js';

type Came = 'open' | 'sending' | 'over' | 'unreachable' | { readonly mail: string };

/** The page a mail leads to, for somebody who cannot sign in yet. The secret stays after the hash mark and goes out once. */
export function AcceptInvitation({ tokens, secret }: { readonly tokens: Tokens; readonly secret: string }) {
  return (
    <MemberLanguage>
      <Invitation tokens={tokens} secret={secret} />
    </MemberLanguage>
  );
}

function Invitation({ tokens, secret }: { readonly tokens: Tokens; readonly secret: string }) {
  const t = useWords();
  const [came, setCame] = useState<Came>(/^[\w-]{43}$/.test(secret) ? 'open' : 'over');
  const accept = async () => {
    setCame('sending');
    setCame(await send(secret));
  };
  return (
    <PublicPage>
      <h1>{t('invitation.title')}</h1>
      <div role="status">
        {came === 'over' ? <Notice tone="wrong">{t('invitation.over')}</Notice> : null}
        {came === 'unreachable' ? <Notice tone="care">{t('invitation.unreachable')}</Notice> : null}
        {typeof came === 'object' ? <Notice tone="good">{t('invitation.done')}</Notice> : null}
      </div>
      {typeof came === 'object' ? (
        <Button
          size="md"
          onClick={() => {
            history.replaceState(null, '', '/');
            void tokens.signIn(came.mail);
          }}
        >
          {t('invitation.signIn')}
        </Button>
      ) : came === 'over' ? null : (
        <>
          <p className={css.lead}>{t('invitation.what')}</p>
          <Button size="md" aria-disabled={came === 'sending' || undefined} onClick={() => void accept()}>
            {t(came === 'sending' ? 'invitation.accepting' : 'invitation.accept')}
          </Button>
        </>
      )}
    </PublicPage>
  );
}

async function send(secret: string): Promise<Came> {
  try {
    const answer = await fetch('/invitations', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ secret }),
    });
    const said = (await answer.json()) as { mail?: unknown };
    if (answer.ok && typeof said.mail === 'string') return { mail: said.mail };
    return answer.status === 400 ? 'over' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}
