import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useIdentity } from '../../app/session.js';
import { usePages } from '../../app/use-pages.js';
import { SeriesLanguage } from '../../i18n/series-language.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { CalendarFeeds } from '../list-calendar-feeds/calendar-feeds.js';

const ALL_SERIES = graphql(`
  query AllSeries($branch: String, $after: String) {
    branchSeries(branch: $branch, first: 50, after: $after) {
      endCursor
      items {
        id
        title
        state
        sessions {
          startsAt
        }
      }
    }
  }
`);

/** The series of a branch, the latest planned first. */
export function Page() {
  return (
    <SeriesLanguage>
      <AllSeries />
    </SeriesLanguage>
  );
}

function AllSeries() {
  const t = useWords();
  const format = useFormat();
  const { one } = useScope();
  const read = usePages(ALL_SERIES, { branch: one ?? null }, ({ branchSeries }) => branchSeries);
  const plan = allowed(useIdentity(), 'PlanSessions') ? (
    <PageLink href="/series/new">{t('page.newSeries')}</PageLink>
  ) : undefined;
  const dayOf = (at: string | undefined) => (at ? format.day(at) : '–');
  return (
    <Stack gap={24}>
      <PageHead title={t('page.allSeries')} context={t('series.context')} aside={plan} />
      <Sheet>
        <Block read={read} at="branchSeries" doing={t('series.doing')}>
          {() => (
            <DataTable
              caption={t('page.allSeries')}
              rows={read.items}
              rowKey={({ id }) => id}
              rowState={({ state }) => (state === 'CANCELLED' ? 'voided' : undefined)}
              onMore={read.more}
              empty={
                <Empty reason="nothing-yet" action={plan}>
                  {t('series.none')}
                </Empty>
              }
              columns={[
                {
                  id: 'title',
                  label: t('page.series'),
                  phone: 'title',
                  cell: ({ id, title }) => <PageLink href={`/series/${id}`}>{title}</PageLink>,
                },
                {
                  id: 'sessions',
                  label: t('series.sessions'),
                  phone: 'main',
                  number: true,
                  cell: ({ sessions }) => format.amount(sessions.length),
                },
                { id: 'from', label: t('series.dates.from'), cell: ({ sessions }) => dayOf(sessions[0]?.startsAt) },
                {
                  id: 'until',
                  label: t('series.dates.until'),
                  cell: ({ sessions }) => dayOf(sessions.at(-1)?.startsAt),
                },
              ]}
            />
          )}
        </Block>
      </Sheet>
      {plan && one ? <CalendarFeeds branch={one} /> : null}
    </Stack>
  );
}
