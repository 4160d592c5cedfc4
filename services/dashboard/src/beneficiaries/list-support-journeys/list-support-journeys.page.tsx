import { Button } from '@mantine/core';
import { Block } from '../../app/block.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { usePages } from '../../app/use-pages.js';
import { useSearch } from '../../app/use-search.js';
import { fullName, PersonName } from '../../app/veil.js';
import { SupportLanguage } from '../../i18n/support-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Chip, PageHead, Row, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { useToday } from '../../ui/use-today.js';

const JOURNEYS = graphql(`
  query SupportJourneys($branch: String, $mine: Boolean!, $after: String) {
    supportJourneys(branch: $branch, mine: $mine, first: 20, after: $after) {
      endCursor
      items {
        id
        state
        openedOn
        nextDueOn
        hasReferent
        isMine
        beneficiary {
          id
          givenName
          familyName
        }
      }
    }
  }
`);

/** Support journeys under way in the branch, what is due first on top. */
export function Page() {
  return (
    <SupportLanguage>
      <Journeys />
    </SupportLanguage>
  );
}

function Journeys() {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const { one } = useScope();
  const [search, change] = useSearch();
  const mine = search['mine'] === 'yes';
  const read = usePages(JOURNEYS, { branch: one ?? null, mine, after: null }, (data) => data.supportJourneys);
  const day = (plain: string) => format.day(`${plain}T12:00:00Z`, 'short');
  const today = useToday();
  const key = (wanted: boolean) => (
    <Button
      variant={wanted === mine ? 'light' : 'default'}
      aria-pressed={wanted === mine}
      onClick={() => change({ mine: wanted ? 'yes' : undefined }, 'replace')}
    >
      {t(wanted ? 'support.mine' : 'support.all')}
    </Button>
  );
  return (
    <Stack gap={24}>
      <PageHead title={t('page.supports')} context={t('support.listContext')} />
      <fieldset className="bare no-print">
        <legend className="unseen">{t('support.show')}</legend>
        <Row gap={8}>
          {key(false)}
          {key(true)}
        </Row>
      </fieldset>
      <Block read={read} at="supportJourneys" doing={t('support.doing')} lines={6}>
        {() => (
          <DataTable
            caption={t('page.supports')}
            rows={read.items}
            rowKey={({ id }) => id}
            onMore={read.more}
            loadingMore={read.loadingMore}
            empty={<Empty reason="nothing-yet">{t('support.listNone')}</Empty>}
            columns={[
              {
                id: 'person',
                label: t('support.person'),
                phone: 'title',
                cell: ({ beneficiary }) =>
                  beneficiary ? (
                    <PageLink href={`/people/${beneficiary.id}/support`}>
                      <PersonName name={fullName(beneficiary) || t('people.unnamed')} />
                    </PageLink>
                  ) : (
                    '–'
                  ),
              },
              {
                id: 'state',
                label: t('support.state'),
                cell: ({ state, openedOn }) => (
                  <>
                    {label('SupportJourneyState', state)}
                    <div className="soft small">{t('support.opened', { day: day(openedOn) })}</div>
                  </>
                ),
              },
              {
                id: 'referent',
                label: t('support.referent'),
                cell: ({ hasReferent, isMine }) =>
                  t(isMine ? 'support.referentYou' : hasReferent ? 'support.referentOther' : 'support.referentNone'),
              },
              {
                id: 'due',
                label: t('support.due'),
                phone: 'main',
                cell: ({ nextDueOn, state }) => (
                  <Row gap={8}>
                    {nextDueOn ? day(nextDueOn) : '–'}
                    {nextDueOn && nextDueOn < today && state === 'OPEN' ? (
                      <Chip tone="wrong">{t('support.late')}</Chip>
                    ) : null}
                  </Row>
                ),
              },
            ]}
          />
        )}
      </Block>
    </Stack>
  );
}
