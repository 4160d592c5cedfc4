import { Block } from '../../app/block.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { usePages } from '../../app/use-pages.js';
import { fullName, PersonName } from '../../app/veil.js';
import { RightsLanguage } from '../../i18n/rights-language.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';

const SET_ASIDE = graphql(`
  query SetAside($after: String) {
    restrictedBeneficiaries(first: 50, after: $after) {
      endCursor
      items {
        id
        givenName
        familyName
        restrictedAt
        restrictionGround
      }
    }
  }
`);

/** The people whose record is set aside: no other list shows them. */
export function Page() {
  return (
    <RightsLanguage>
      <SetAside />
    </RightsLanguage>
  );
}

function SetAside() {
  const t = useWords();
  const format = useFormat();
  const read = usePages(SET_ASIDE, { after: null }, ({ restrictedBeneficiaries }) => restrictedBeneficiaries);
  return (
    <Stack gap={24}>
      <PageHead title={t('page.setAside')} context={t('rights.setAsideWhat')} />
      <Block read={read} at="restrictedBeneficiaries" doing={t('rights.doing')} lines={6}>
        {() => (
          <DataTable
            caption={t('page.setAside')}
            rows={read.items}
            rowKey={(person) => person.id}
            onMore={read.more}
            loadingMore={read.loadingMore}
            empty={<Empty reason="nothing-yet">{t('rights.setAsideNone')}</Empty>}
            columns={[
              {
                id: 'name',
                label: t('rights.person'),
                phone: 'title',
                cell: (person) => (
                  <PageLink href={`/people/${person.id}`}>
                    <PersonName name={fullName(person) || '–'} />
                  </PageLink>
                ),
              },
              {
                id: 'since',
                label: t('rights.since'),
                cell: (person) => (person.restrictedAt ? format.moment(person.restrictedAt) : '–'),
              },
              {
                id: 'ground',
                label: t('rights.ground'),
                cell: (person) => t(`rights.limit.${person.restrictionGround ?? 'RETENTION'}`),
              },
            ]}
          />
        )}
      </Block>
    </Stack>
  );
}
