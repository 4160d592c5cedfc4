import { graphql } from '../../app/query.js';
import { useRead } from '../../app/use-read.js';
import { useSearch } from '../../app/use-search.js';
import { TeamLanguage } from '../../i18n/team-language.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField } from '../../ui/fields.js';
import { Row } from '../../ui/layout.js';
import { HELPER_NAMES } from '../list-shifts/shift-query.js';

const PLACES = graphql(`
  query WeekPlaces($branch: String) {
    places(branch: $branch, first: 100) {
      items {
        id
        name
      }
    }
  }
`);

/** Whose week, and where; both kept in the address. Helpers are named to whoever plans alone. */
export function WeekFilter(props: { readonly branch: string; readonly plans: boolean }) {
  return (
    <TeamLanguage>
      <Row gap={16}>
        <OfPlace branch={props.branch} />
        {props.plans ? <OfHelper branch={props.branch} /> : null}
      </Row>
    </TeamLanguage>
  );
}

function OfPlace({ branch }: { readonly branch: string }) {
  const t = useWords();
  const [search, change] = useSearch();
  const places = useRead(PLACES, { branch }).data?.places?.items ?? [];
  const choices = places.map(({ id, name }) => ({ value: id, label: name ?? '–' }));
  return (
    <ChoiceField
      path="place"
      label={t('week.place')}
      data={[{ value: '', label: t('week.everyPlace') }, ...choices]}
      value={search['place'] ?? ''}
      onChange={(place) => change({ place: place || undefined })}
    />
  );
}

function OfHelper({ branch }: { readonly branch: string }) {
  const t = useWords();
  const [search, change] = useSearch();
  const helpers = useRead(HELPER_NAMES, { branch }).data?.helpers?.items ?? [];
  return (
    <ChoiceField
      path="helper"
      label={t('week.helper')}
      data={[
        { value: '', label: t('week.everyHelper') },
        ...helpers.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={search['helper'] ?? ''}
      onChange={(helper) => change({ helper: helper || undefined })}
    />
  );
}
