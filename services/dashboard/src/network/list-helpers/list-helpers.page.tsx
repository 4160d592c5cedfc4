import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useIdentity } from '../../app/session.js';
import { usePages } from '../../app/use-pages.js';
import { TeamLanguage } from '../../i18n/team-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Chip, PageHead, Row, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';

const HELPERS = graphql(`
  query Helpers($branch: String, $after: String) {
    helpers(branch: $branch, first: 50, after: $after) {
      endCursor
      items {
        id
        name
        helperKind
        skills
        missionEndsOn
        missionEndsSoon
      }
    }
  }
`);

/** Who helps in a branch: by what tie, with what, until when. */
export function Page() {
  return (
    <TeamLanguage>
      <Helpers />
    </TeamLanguage>
  );
}

function Helpers() {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const { one } = useScope();
  const values = allowed(useIdentity(), 'ReadHelperValue');
  const read = usePages(HELPERS, { branch: one ?? null }, ({ helpers }) => helpers);
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.helpers')}
        context={t('helpers.context')}
        aside={
          <Row gap={16}>
            {values ? <PageLink href="/helpers/value">{t('page.helperValue')}</PageLink> : null}
            <PageLink href="/members">{t('page.members')}</PageLink>
          </Row>
        }
      />
      <Sheet>
        <Block read={read} at="helpers" doing={t('helpers.doing')}>
          {() => (
            <DataTable
              caption={t('page.helpers')}
              rows={read.items}
              rowKey={({ id }) => id}
              onMore={read.more}
              empty={<Empty reason="nothing-yet">{t('helpers.none')}</Empty>}
              columns={[
                {
                  id: 'name',
                  label: t('helpers.name'),
                  phone: 'title',
                  cell: ({ id, name }) => <PageLink href={`/members/${id}`}>{name}</PageLink>,
                },
                {
                  id: 'kind',
                  label: t('helpers.kind'),
                  phone: 'main',
                  cell: ({ helperKind }) => label('HelperKind', helperKind ?? ''),
                },
                {
                  id: 'skills',
                  label: t('helpers.skills'),
                  cell: ({ skills }) => skills.map((skill) => label('MediationTheme', skill)).join(', ') || '–',
                },
                {
                  id: 'until',
                  label: t('helpers.until'),
                  cell: ({ missionEndsOn, missionEndsSoon }) => (
                    <>
                      {missionEndsOn ? format.day(`${missionEndsOn}T12:00:00Z`, 'short') : '–'}{' '}
                      {missionEndsSoon ? <Chip tone="wrong">{t('helpers.soon')}</Chip> : null}
                    </>
                  ),
                },
              ]}
            />
          )}
        </Block>
      </Sheet>
    </Stack>
  );
}
