import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { RecordPage } from '../../app/record-page.js';
import { useRead } from '../../app/use-read.js';
import { ImportLanguage } from '../../i18n/import-language.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Chip, PageHead, Stack, TwoBanks } from '../../ui/layout.js';
import { Loading } from '../../ui/states.js';
import { CarryOut } from './carry-out.js';
import { RunCounts } from './counts.js';
import { FileSheet } from './file-sheet.js';
import { RUN, type RunShown } from './run-query.js';

/** The rows come after the counts, which say the main thing. */
const ReportRows = lazy(async () => ({ default: (await import('./report-rows.js')).ReportRows }));

/** What became of each row of a file, or would become of it; a dry run can be carried out as it stands. */
export function Page() {
  return (
    <ImportLanguage>
      <Show />
    </ImportLanguage>
  );
}

function Show() {
  const t = useWords();
  const { runId = '' } = useParams({ strict: false });
  const read = useRead(RUN, { id: runId });
  return (
    <RecordPage
      read={read}
      at="importRun"
      title={t('page.importRun')}
      doing={t('import.doing')}
      unknown={t('import.unknown')}
      lines={8}
      record={({ importRun }) => importRun}
    >
      {(run) => <RunView key={run.id} run={run} />}
    </RecordPage>
  );
}

function RunView({ run }: { readonly run: RunShown }) {
  const t = useWords();
  const format = useFormat();
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.importRun')}
        context={
          <>
            {t('import.ran', { source: run.source, day: format.moment(run.createdAt) })} ·{' '}
            {run.branch?.city ?? t('place.network')}{' '}
            <Chip tone={run.dryRun ? 'plain' : 'good'}>{t(run.dryRun ? 'import.kind.dry' : 'import.kind.real')}</Chip>
          </>
        }
        action={<CarryOut run={run} />}
      />
      <TwoBanks is={<RunCounts run={run} />} todo={<FileSheet run={run} />} />
      <Suspense fallback={<Loading lines={8} />}>
        <ReportRows run={run} />
      </Suspense>
    </Stack>
  );
}
