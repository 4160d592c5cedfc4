import { Tabs } from '@mantine/core';
import { Block } from '../../app/block.js';
import { ExportList } from '../../app/export/export-list.js';
import type { ListColumn } from '../../app/export/list-file.js';
import { PageLink } from '../../app/page-link.js';
import type { ResultOf } from '../../app/query.js';
import { usePages } from '../../app/use-pages.js';
import { useSearch } from '../../app/use-search.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { countsOf, type ImportShown, OUTCOMES, type Outcome, PEOPLE_IMPORT_ROWS } from './import-shown.js';

type Rows = NonNullable<ResultOf<typeof PEOPLE_IMPORT_ROWS>['peopleImport']>['rows'];
type RowShown = NonNullable<Rows>['items'][number];

/** A tab per outcome; the first that has rows is open, unless the address says which. */
export function ImportRows({ list }: { readonly list: ImportShown }) {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const [search, change] = useSearch();
  const counts = countsOf(list);
  const asked = OUTCOMES.find((outcome) => outcome.toLowerCase() === search['outcome']);
  const open = asked ?? OUTCOMES.find((outcome) => counts[outcome] > 0) ?? 'ENROLLED';
  return (
    <Sheet title={t('peopleImport.list')}>
      <Tabs
        value={open}
        keepMounted={false}
        onChange={(outcome) => change({ outcome: outcome?.toLowerCase() }, 'replace')}
      >
        <Tabs.List>
          {OUTCOMES.map((outcome) => (
            <Tabs.Tab key={outcome} value={outcome}>
              {label('PeopleImportOutcome', outcome)} · {format.number(counts[outcome])}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {OUTCOMES.map((outcome) => (
          <Tabs.Panel key={outcome} value={outcome} pt="md">
            <Lines list={list} outcome={outcome} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Sheet>
  );
}

function Lines({ list, outcome }: { readonly list: ImportShown; readonly outcome: Outcome }) {
  const t = useWords();
  const label = useLabel();
  const { language } = useFormat();
  const read = usePages(PEOPLE_IMPORT_ROWS, { id: list.id, outcome, after: null }, (data) => data.peopleImport?.rows);
  const fieldsOf = ({ notes }: RowShown) =>
    notes.map(({ field }) => (field ? label('PersonField', field) : '–')).join(', ') || '–';
  const reasonsOf = ({ notes }: RowShown) => notes.map((note) => note[language]).join(' ') || '–';
  const columns: readonly ListColumn<RowShown>[] = [
    { label: t('peopleImport.row'), means: 'importRow', value: ({ row }) => row },
    { label: t('peopleImport.field'), means: 'importField', value: fieldsOf },
    { label: t('peopleImport.reason'), means: 'importReason', value: reasonsOf },
  ];
  return (
    <Block read={read} at="peopleImport" doing={t('peopleImport.doing')} lines={8}>
      {() => (
        <Stack>
          <ExportList
            document={PEOPLE_IMPORT_ROWS}
            variables={{ id: list.id, outcome, after: null }}
            pageOf={(data) => data.peopleImport?.rows}
            columns={columns}
            head={{
              title: t('page.peopleImport'),
              scope: list.branch.city,
              filters: [list.source, label('PeopleImportOutcome', outcome)],
            }}
            file={`import-${list.branch.code}`}
          />
          <DataTable
            caption={label('PeopleImportOutcome', outcome)}
            rows={read.items}
            rowKey={({ row }) => String(row)}
            shown={read.items.length}
            total={countsOf(list)[outcome]}
            onMore={read.more}
            loadingMore={read.loadingMore}
            empty={<Empty reason="nothing-yet">{t('peopleImport.noRow')}</Empty>}
            columns={[
              { id: 'row', label: t('peopleImport.row'), phone: 'title', cell: ({ row }) => row },
              { id: 'field', label: t('peopleImport.field'), cell: fieldsOf },
              { id: 'reason', label: t('peopleImport.reason'), cell: reasonsOf },
              {
                id: 'person',
                label: t('peopleImport.person'),
                cell: ({ row, beneficiaryId }) =>
                  beneficiaryId ? (
                    <PageLink href={`/people/${beneficiaryId}`}>{t('peopleImport.openPerson', { row })}</PageLink>
                  ) : (
                    '–'
                  ),
              },
            ]}
          />
        </Stack>
      )}
    </Block>
  );
}
