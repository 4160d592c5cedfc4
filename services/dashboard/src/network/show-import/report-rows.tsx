import { Tabs } from '@mantine/core';
import { Fragment } from 'react';
import { Block } from '../../app/block.js';
import { PageLink } from '../../app/page-link.js';
import { usePages } from '../../app/use-pages.js';
import { useSearch } from '../../app/use-search.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Sheet } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import css from './report.module.css';
import { type ReportLine, reportLines } from './report-lines.js';
import { countsOf, OUTCOMES, type Outcome, ROWS, type RunShown } from './run-query.js';

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
  const again = (line: ReportLine) => (line.first ? undefined : css.again);
  return (
    <Block read={read} at="importRun" doing={t('import.doing')} lines={8}>
      {() => (
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
            { id: 'foundKept', label: t('import.foundKept'), cell: (line) => <FoundKept line={line} /> },
            { id: 'reason', label: t('import.reason'), cell: (line) => <Reason line={line} /> },
          ]}
        />
      )}
    </Block>
  );
}

function FoundKept({ line: { note } }: { readonly line: ReportLine }) {
  const t = useWords();
  if (!note) return '–';
  return (
    <>
      <Text text={note.found} empty={t('import.nothingFound')} /> →{' '}
      <Text text={note.kept} empty={t('import.nothingKept')} />
    </>
  );
}

const LONG = 120;

/** What a cell says; a long text opens on demand, so that one row never hides the next fifty. */
function Text({ text, empty }: { readonly text: string; readonly empty: string }) {
  if (text === '') return <span className="soft">({empty})</span>;
  if (text.length <= LONG) return <Quoted text={text} />;
  return (
    <details className={css.long}>
      <summary>
        <Quoted text={`${Array.from(text).slice(0, LONG).join('')}…`} />
      </summary>
      <Quoted text={text} />
    </details>
  );
}

/** A list may break after each of its bars, nowhere else inside a word while there is room. */
function Quoted({ text }: { readonly text: string }) {
  return (
    <q className={css.text}>
      {text.split('|').map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
        <Fragment key={index}>
          {index > 0 ? (
            <>
              |<wbr />
            </>
          ) : null}
          {item}
        </Fragment>
      ))}
    </q>
  );
}

function Reason({ line: { note, outcome } }: { readonly line: ReportLine }) {
  const t = useWords();
  const { language } = useFormat();
  const said = note ? (language === 'en' ? note.en : note.fr) : undefined;
  return (
    <span className={css.reason}>{said ?? t(outcome === 'UNCHANGED' ? 'import.alreadyKnown' : 'import.asIs')}</span>
  );
}
