import { Block } from '../../app/block.js';
import { graphql } from '../../app/query.js';
import { useRead } from '../../app/use-read.js';
import { OpenDataLanguage } from '../../i18n/open-data-language.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useEnvironment } from '../../ui/environment.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { useQuarterName } from '../show-open-data/names.js';
import { addressOf, WHOLE } from '../show-open-data/published-view.js';
import { dueQuarters } from './due-quarters.js';
import { PublishAct } from './publish-act.js';

const PUBLISHED_QUARTERS = graphql(`
  query PublishedQuarters {
    publishedQuarters {
      quarter
      frozenAt
    }
  }
`);

/** What was published of the figures, and what may be. */
export function Page() {
  return (
    <OpenDataLanguage>
      <Publications />
    </OpenDataLanguage>
  );
}

function Publications() {
  const t = useWords();
  const format = useFormat();
  const quarterName = useQuarterName();
  const { now } = useEnvironment();
  const read = useRead(PUBLISHED_QUARTERS, {});
  const published = read.data?.publishedQuarters ?? [];
  const due = dueQuarters(
    published.map(({ quarter }) => quarter),
    now().toISOString().slice(0, 10),
  );
  return (
    <>
      <PageHead title={t('page.publications')} />
      <Block read={read} at="publishedQuarters" doing={t('openData.publish.doing')}>
        {() => (
          <TwoBanks
            is={
              <Sheet title={t('openData.publish.published')}>
                <DataTable
                  caption={t('openData.publish.published')}
                  rows={published}
                  rowKey={({ quarter }) => quarter}
                  empty={<Empty reason="nothing-yet">{t('openData.none')}</Empty>}
                  columns={[
                    {
                      id: 'quarter',
                      label: t('openData.quarter'),
                      phone: 'title',
                      cell: ({ quarter }) => quarterName(quarter),
                    },
                    {
                      id: 'frozen',
                      label: t('openData.publish.frozenAt'),
                      cell: ({ frozenAt }) => format.moment(frozenAt),
                    },
                    {
                      id: 'open',
                      label: t('openData.publish.open'),
                      phone: 'act',
                      cell: ({ quarter }) => (
                        <a href={addressOf({ quarter, territory: WHOLE })}>{t('openData.publish.open')}</a>
                      ),
                    },
                  ]}
                />
              </Sheet>
            }
            todo={
              <Sheet title={t('openData.publish.due')}>
                <Stack gap={12}>
                  <p>{t('openData.publish.lead')}</p>
                  {due.length === 0 ? <p className="soft">{t('openData.publish.nothingDue')}</p> : null}
                  {due.map((quarter) => (
                    <PublishAct key={quarter} quarter={quarter} touches={[read.key]} />
                  ))}
                </Stack>
              </Sheet>
            }
          />
        )}
      </Block>
    </>
  );
}
