import { useBranchName } from '../../app/branch-names.js';
import { graphql } from '../../app/query.js';
import { useRead } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { Notice } from '../../ui/layout.js';

const SIMILAR = graphql(`
  query LikelyDuplicates($input: LikelyDuplicatesInput!) {
    likelyDuplicates(input: $input) {
      initials
      birthYear
      score
      branch {
        code
      }
    }
  }
`);
/** Who looks very alike in the whole network, before a second record is made of the same person. */
export function SimilarPeople(props: {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthYear: string;
}) {
  const t = useWords();
  const names = useBranchName();
  const year = /^\d{4}$/.test(props.birthYear) ? Number(props.birthYear) : null;
  const enough = props.givenName.trim().length >= 2 && props.familyName.trim().length >= 2;
  const read = useRead(
    SIMILAR,
    { input: { givenName: props.givenName, familyName: props.familyName, birthYear: year } as never },
    { enabled: enough },
  );
  const found = enough ? (read.data?.likelyDuplicates ?? []) : [];
  if (found.length === 0) return null;
  return (
    <Notice tone="care" title={t('people.similar')}>
      {found.map((person) => (
        <p key={`${person.initials} ${person.branch?.code} ${person.score}`}>
          {t('people.similarElsewhere', {
            initials: person.initials,
            year: person.birthYear ?? '?',
            city: names.of(person.branch?.code ?? ''),
          })}
        </p>
      ))}
    </Notice>
  );
}
