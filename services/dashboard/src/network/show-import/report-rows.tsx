import { Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Block } from '../../app/block.js';
import { PageLink } from '../../app/page-link.js';
import { usePages } from '../../app/use-pages.js';
import { useSearch } from '../../app/use-search.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Sheet } from '../../ui/layout.js';
import { Empty, Loading } from '../../ui/states.js';
import { useNarrow } from '../../ui/use-narrow.js';
import css from './report.module.css';
import { type ReportLine, reportLines } from './report-lines.js';
import { countsOf, OUTCOMES, type Outcome, ROWS, type RunShown } from './run-query.js';
import { FoundKept, Reason } from './said-of-line.js';

// What only a phone shows.
const FoldedRows = lazy(async () => ({ default: (await import('./folded-rows.js')).FoldedRows }));

/** A tab per outcome; the first that has rows is open, unless the address says which. */
export function ReportRows({ run }: { readonly run: RunShown }) {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const [search, change] = useSearch();
  const counts = countsOf(run);
  const asked = OUTCOMES.find((outcome) => outcome.toLowerCase() === search['outcome']);
  const open = asked ?? OUTCOMES.find((outcome) => counts[outcome] > 0) ?? 'ACCEPTED';
  return (
    <Sheet title={t('import.list')}>
      <Tabs
        value={open}
        keepMounted={false}
        onChange={(outcome) => change({ outcome: outcome?.toLowerCase() }, 'replace')}
      >
        <Tabs.List className={css.tabs}>
          {OUTCOMES.map((outcome) => (
            <Tabs.Tab key={outcome} value={outcome}>
              {label('ImportOutcome', outcome)} · {format.number(counts[outcome])}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {OUTCOMES.map((outcome) => (
          <Tabs.Panel key={outcome} value={outcome}>
            <Rows run={run} outcome={outcome} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Sheet>
  );
}

/** A line per thing said of a row; a row's further lines repeat its number and name only where lines stand alone. */
function Rows({ run, outcome }: { readonly run: RunShown; readonly outcome: Outcome }) {
  const t = useWords();
  const label = useLabel();
  const read = usePages(ROWS, { id: run.id, outcome }, (data) => data.importRun?.rows);
  const narrow = useNarrow();
  const again = (line: ReportLine) => (line.first ? undefined : css.again);
  return (
    <Block read={read} at="importRun" doing={t('import.doing')} lines={8}>
      {() =>
        narrow && read.items.length > 0 ? (
          <Suspense fallback={<Loading lines={8} />}>
            <FoldedRows
              outcome={outcome}
              rows={read.items}
              total={countsOf(run)[outcome]}
              onMore={read.more}
              loadingMore={read.loadingMore}
            />
          </Suspense>
        ) : (
          <DataTable
            caption={label('ImportOutcome', outcome)}
            rows={reportLines(read.items)}
            rowKey={(line) => line.key}
            shown={read.items.length}
            total={countsOf(run)[outcome]}
            onMore={read.more}
            loadingMore={read.loadingMore}
            empty={<Empty reason="nothing-yet">{t('import.noRow')}</Empty>}
            columns={[
              {
                id: 'row',
                label: t('import.row'),
                number: true,
                phone: 'main',
                cell: (line) => <span className={again(line)}>{line.row}</span>,
              },
              {
                id: 'name',
                label: t('import.name'),
                phone: 'title',
                cell: (line) => (
                  <span className={again(line)}>
                    {line.placeId ? <PageLink href={`/places/${line.placeId}`}>{line.name}</PageLink> : line.name}
                  </span>
                ),
              },
              {
                id: 'field',
                label: t('import.field'),
                cell: (line) => (line.note?.field ? label('PlaceColumn', line.note.field) : '–'),
              },
              { id: 'foundKept', label: t('import.foundKept'), cell: ({ note }) => <FoundKept note={note} /> },
              {
                id: 'reason',
                label: t('import.reason'),
                cell: ({ note, outcome: was }) => <Reason note={note} outcome={was} />,
              },
            ]}
          />
        )
      }
    </Block>
  );
}
