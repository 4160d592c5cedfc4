import { useIntl } from 'react-intl';
import css from '../../app/landing.module.css';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { makeFormat } from '../../ui/format.js';
import { Notice } from '../../ui/layout.js';
import type { LinkShown } from './door.js';

/** How far a person is, as far as they agreed: initials, and what they allowed to be told. */
export function FollowByMail({ shown }: { readonly shown: LinkShown & { readonly kind: 'FOLLOW' } }) {
  const t = useWords();
  const label = useLabel();
  const format = makeFormat(useIntl().locale === 'en' ? 'en' : 'fr', 'Europe/Paris');
  const { initials, city, state, reason, otherPlace, steps, needs, receivedOn, consentUntil } = shown;
  return (
    <>
      <p className={css.lead}>
        {[initials, city, needs.map((need) => label('FirstNeed', need)).join(', ')].filter(Boolean).join(' · ')}
      </p>
      <Notice tone={state === 'REJECTED' ? 'care' : 'note'}>
        {t(`prescription.state.${state}`)}
        {reason ? <div>{reason}</div> : null}
        {otherPlace ? <div>{t('prescription.elsewhere', { place: otherPlace })}</div> : null}
      </Notice>
      <ul>
        <li>
          {t('prescription.from')} · {format.day(receivedOn)}
        </li>
        {steps.map(({ milestone, day }) => (
          <li key={milestone}>
            {format.day(day)} · {t(`prescription.milestone.${milestone}`)}
          </li>
        ))}
      </ul>
      <p className="soft">{t('orient.until', { day: format.day(consentUntil) })}</p>
    </>
  );
}
