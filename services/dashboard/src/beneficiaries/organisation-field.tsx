import { graphql } from '../app/query.js';
import { useRead } from '../app/use-read.js';
import { useWords } from '../i18n/words.js';
import { ChoiceField } from '../ui/fields.js';

const ORGANISATIONS = graphql(`
  query Organisations {
    organisations(first: 100) {
      items {
        id
        name
      }
    }
  }
`);

/** The organisation that sent the person, when it is known here. */
export function OrganisationField(props: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label?: string;
}) {
  const t = useWords();
  const read = useRead(ORGANISATIONS, {});
  const data = [
    { value: '', label: '–' },
    ...(read.data?.organisations?.items ?? []).map(({ id, name }) => ({ value: id, label: name ?? id })),
  ];
  return <ChoiceField path="organisationId" label={t('people.organisation')} data={data} {...props} />;
}
