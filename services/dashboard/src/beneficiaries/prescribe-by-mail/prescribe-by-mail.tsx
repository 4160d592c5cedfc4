import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import css from '../../app/landing.module.css';
import { PublicPage } from '../../app/public-page.js';
import { PrescriptionLanguage } from '../../i18n/prescription-language.js';
import { useWords } from '../../i18n/words.js';
import { Notice, Stack } from '../../ui/layout.js';
import { AskForLink } from './ask-for-link.js';
import { type Answer, askAtDoor, type LinkShown } from './door.js';
import { FollowByMail } from './follow-by-mail.js';
import { WriteByMail } from './write-by-mail.js';

/** Where prescribers without an account come in: a link to their mailbox, then the form, then how far the person is. */
export function PrescribeByMail({ token }: { readonly token: string }) {
  return (
    <PrescriptionLanguage>
      <Door token={token} />
    </PrescriptionLanguage>
  );
}

function Door({ token }: { readonly token: string }) {
  const t = useWords();
  const { locale } = useIntl();
  const [came, setCame] = useState<Answer<LinkShown> | undefined>();
  useEffect(() => {
    if (token !== '') void askAtDoor<LinkShown>({ do: 'show', token }).then(setCame);
  }, [token]);
  const shown = came?.kind === 'said' ? came.said : undefined;
  return (
    <PublicPage>
      <Stack gap={24}>
        <h1>{t(shown?.kind === 'FOLLOW' ? 'orient.followTitle' : 'orient.title')}</h1>
        <div role="status">
          {came?.kind === 'unreachable' ? <Notice tone="care">{t('orient.unreachable')}</Notice> : null}
          {came?.kind === 'refused' ? (
            <Notice tone="wrong">{locale === 'en' ? came.refusals[0]?.en : came.refusals[0]?.fr}</Notice>
          ) : null}
        </div>
        {shown === undefined && (token === '' || came?.kind === 'refused') ? (
          <>
            <p className={css.lead}>{t('orient.what')}</p>
            <AskForLink />
          </>
        ) : null}
        {shown?.kind === 'WRITE' ? <WriteByMail token={token} branches={shown.branches} /> : null}
        {shown?.kind === 'FOLLOW' ? <FollowByMail shown={shown} /> : null}
      </Stack>
    </PublicPage>
  );
}
