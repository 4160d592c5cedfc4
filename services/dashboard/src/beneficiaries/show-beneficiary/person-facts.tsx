import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Facts } from '../../ui/layout.js';
import type { PersonShown } from './person-query.js';

/** What is known of the person today; a dash where they said nothing. */
export function PersonFacts({ person }: { readonly person: PersonShown }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  // Noon, so that a plain day stays the same day in every zone.
  const day = (plain: string | null) => (plain ? format.day(`${plain}T12:00:00Z`, 'short') : '–');
  const contact = [person.phone ? format.phone(person.phone) : null, person.email].filter(Boolean).join(' · ');
  return (
    <Facts
      facts={[
        [t('people.kind'), label('BeneficiaryKind', person.kind)],
        [t('people.birthYear'), person.birthYear ?? '–'],
        [t('people.commune'), person.commune?.name ?? '–'],
        [t('people.gender'), label('Gender', person.gender)],
        [t('people.status'), label('SocialStatus', person.socialStatus)],
        [t('people.source'), label('OrientationSource', person.orientationSource)],
        [t('people.contact'), contact || (person.noPhone && person.noEmail ? t('people.noContact') : '–')],
        ...(person.contactPreference === 'NONE'
          ? []
          : [[t('people.contactPreference'), label('ContactPreference', person.contactPreference)] as const]),
        [t('people.enrolledOn'), day(person.enrolledOn)],
        [t('people.noticeOn'), day(person.privacyNoticeReadOn)],
      ]}
    />
  );
}
