import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { PageLink } from '../../app/page-link.js';
import { RecordPage } from '../../app/record-page.js';
import { useRead } from '../../app/use-read.js';
import { PeopleImportLanguage } from '../../i18n/people-import-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { Counts } from '../../ui/counts.js';
import { useFormat } from '../../ui/format.js';
import { Chip, Facts, Notice, PageHead, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { EnrolList } from './enrol-list.js';
import { ImportRows } from './import-rows.js';
import { countsOf, type ImportShown, OUTCOMES, PEOPLE_IMPORT } from './import-shown.js';

const WHILE_RUNNING_MS = 1_500;

/** How far a list of people is, and what became of each of its rows; a dry run can be carried out as it stands. */
export function Page() {
  return (
    <PeopleImportLanguage>
      <Show />
    </PeopleImportLanguage>
  );
}

function Show() {
  const t = useWords();
  const { importId = '' } = useParams({ strict: false });
  const read = useRead(PEOPLE_IMPORT, { id: importId });
  const running = read.data?.peopleImport != null && read.data.peopleImport.state !== 'DONE';
  const { again } = read;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` is new at every turn and does the same
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(again, WHILE_RUNNING_MS);
    return () => clearInterval(timer);
  }, [running]);
  return (
    <RecordPage
      read={read}
      at="peopleImport"
      title={t('page.peopleImport')}
      doing={t('peopleImport.doing')}
      unknown={t('peopleImport.unknown')}
      lines={8}
      record={({ peopleImport }) => peopleImport}
    >
      {(list) => <ImportView key={list.id} list={list} />}
    </RecordPage>
  );
}

function ImportView({ list }: { readonly list: ImportShown }) {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const read = list.columns.filter(({ field }) => field !== null);
  const again = `/people/import?file=${list.fileId}&source=${encodeURIComponent(list.source)}`;
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.peopleImport')}
        context={
          <>
            {t('peopleImport.ran', { source: list.source, day: format.moment(list.createdAt) })} · {list.branch.city}{' '}
            <Chip tone={list.dryRun ? 'plain' : 'good'}>
              {t(list.dryRun ? 'peopleImport.kind.dry' : 'peopleImport.kind.real')}
            </Chip>
          </>
        }
        action={list.state === 'DONE' ? <EnrolList list={list} /> : undefined}
      />
      <TwoBanks
        is={<Progress list={list} />}
        todo={
          <Sheet title={t('peopleImport.columns')}>
            <Stack gap={12}>
              <Facts facts={read.map(({ column, field }) => [column, label('PersonField', field ?? '')])} />
              {list.dryRun ? <PageLink href={again}>{t('peopleImport.again')}</PageLink> : null}
            </Stack>
          </Sheet>
        }
      />
      {list.state === 'DONE' ? <ImportRows list={list} /> : null}
    </Stack>
  );
}

/** The three counts, that they are all rows of the file, and the one sentence on what that means. */
function Progress({ list }: { readonly list: ImportShown }) {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const counts = countsOf(list);
  const shown = OUTCOMES.map((outcome) => counts[outcome]);
  const done = shown.reduce((sum, count) => sum + count, 0);
  return (
    <Stack gap={12}>
      <Counts
        of={OUTCOMES.map((outcome) => ({
          ...{ name: label('PeopleImportOutcome', outcome), count: counts[outcome], wrong: outcome === 'REFUSED' },
        }))}
      />
      <p className="soft" role="status">
        {list.state === 'DONE'
          ? t('peopleImport.allRows', {
              sum: shown.map((count) => format.number(count)).join(' + '),
              rows: list.rowCount,
            })
          : t('peopleImport.under', { done: format.number(done), rows: list.rowCount })}
      </p>
      {list.state !== 'DONE' ? null : list.dryRun ? (
        <Notice>{t('peopleImport.dryWhat')}</Notice>
      ) : (
        <Notice tone="good">{t('peopleImport.done', { count: list.enrolled })}</Notice>
      )}
    </Stack>
  );
}
