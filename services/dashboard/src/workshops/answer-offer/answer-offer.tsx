import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import css from '../../app/landing.module.css';
import { PublicPage } from '../../app/public-page.js';
import { SeriesLanguage } from '../../i18n/series-language.js';
import { useWords } from '../../i18n/words.js';
import { makeFormat } from '../../ui/format.js';
import { Notice, Row } from '../../ui/layout.js';
import { type Answer, ask, type OfferShown } from './offer-answers.js';

type Came = 'asking' | 'sending' | 'accept' | 'decline' | Answer;

/** The page a link leads to: when and where a seat is offered, and two buttons. It names nobody and wants no sign-in. */
export function AnswerOffer({ token }: { readonly token: string }) {
  return (
    <SeriesLanguage>
      <Offer token={token} />
    </SeriesLanguage>
  );
}

function Offer({ token }: { readonly token: string }) {
  const t = useWords();
  const [came, setCame] = useState<Came>('asking');
  useEffect(() => void ask('show', token).then(setCame), [token]);
  const answer = async (wanted: 'accept' | 'decline') => {
    setCame('sending');
    const answered = await ask(wanted, token);
    setCame(answered.kind === 'done' ? wanted : answered);
  };
  return (
    <PublicPage>
      <h1>{t('offer.title')}</h1>
      <div role="status">
        {came === 'sending' ? <p>{t('offer.sending')}</p> : null}
        {came === 'accept' ? <Notice tone="good">{t('offer.accepted')}</Notice> : null}
        {came === 'decline' ? <Notice tone="note">{t('offer.declined')}</Notice> : null}
        {typeof came === 'object' && came.kind === 'unreachable' ? (
          <Notice tone="care">{t('offer.unreachable')}</Notice>
        ) : null}
        {typeof came === 'object' && came.kind === 'refused' ? <Refused fr={came.fr} en={came.en} /> : null}
      </div>
      {typeof came === 'object' && came.kind === 'shown' ? (
        <Shown offer={came.offer} onAnswer={(wanted) => void answer(wanted)} />
      ) : null}
    </PublicPage>
  );
}

function Refused({ fr, en }: { readonly fr: string; readonly en: string }) {
  return <Notice tone="wrong">{useIntl().locale === 'en' ? en : fr}</Notice>;
}

function Shown(props: { readonly offer: OfferShown; readonly onAnswer: (wanted: 'accept' | 'decline') => void }) {
  const t = useWords();
  const { locale } = useIntl();
  const { offer } = props;
  const format = makeFormat(locale === 'en' ? 'en' : 'fr', offer.zone);
  return (
    <>
      <p className={css.lead}>
        {offer.title}
        {offer.city ? ` · ${offer.city}` : ''}
      </p>
      <ul>
        {offer.sessions.map(({ startsAt, endsAt, room }) => (
          <li key={startsAt}>
            {format.day(startsAt, 'weekday')}, {format.time(startsAt)} – {format.time(endsAt)}
            {room ? ` · ${room}` : ''}
          </li>
        ))}
      </ul>
      <p>{t('offer.until', { moment: format.moment(offer.offeredUntil) })}</p>
      <Row gap={12}>
        <Button size="md" onClick={() => props.onAnswer('accept')}>
          {t('offer.accept')}
        </Button>
        <Button size="md" variant="default" onClick={() => props.onAnswer('decline')}>
          {t('offer.decline')}
        </Button>
      </Row>
    </>
  );
}
