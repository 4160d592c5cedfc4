import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Facts } from '../../ui/layout.js';

interface Person {
  readonly kind: string;
  readonly birthYear: number | null;
  readonly gender: string;
  readonly socialStatus: string;
  readonly orientationSource: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly privacyNoticeReadOn: string | null;
  readonly enrolledOn: string;
  readonly commune: { readonly name: string } | null;
}

/** What is known of the person today; a dash where they said nothing. */
export function PersonFacts({ person }: { readonly person: Person }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  // Noon, so that a plain day stays the same day in every zone.
  const day = (plain: string | null) => (plain ? format.day(`${plain}T12:00:00Z`, 'short') : '–');
  return (
    <Facts
      facts={[
        [t('people.kind'), label('BeneficiaryKind', person.kind)],
        [t('people.birthYear'), person.birthYear ?? '–'],
        [t('people.commune'), person.commune?.name ?? '–'],
        [t('people.gender'), label('Gender', person.gender)],
        [t('people.status'), label('SocialStatus', person.socialStatus)],
        [t('people.source'), label('OrientationSource', person.orientationSource)],
        [t('people.contact'), [person.phone, person.email].filter(Boolean).join(' · ') || '–'],
        [t('people.enrolledOn'), day(person.enrolledOn)],
        [t('people.noticeOn'), day(person.privacyNoticeReadOn)],
      ]}
    />
  );
}
