import { PageLink } from '../../app/page-link.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { Facts, Notice, Sheet, Stack } from '../../ui/layout.js';
import { Recognition } from '../recognition.js';
import { ExportReport } from './export-report.js';
import type { RunShown } from './run-query.js';

/** How the file was read, the report to take away, and the way back to its columns. */
export function FileSheet({ run }: { readonly run: RunShown }) {
  const t = useWords();
  const label = useLabel();
  const read = run.columns.filter(({ field }) => field !== null);
  const left = run.columns.filter(({ field }) => field === null).map(({ column }) => column);
  return (
    <Sheet title={t('import.file')}>
      <Stack>
        <Recognition file={run} />
        <ExportReport run={run} />
        {run.dryRun && run.fileId !== null ? (
          <PageLink href={`/places/import?file=${run.fileId}&source=${encodeURIComponent(run.source)}`}>
            {t('import.again')}
          </PageLink>
        ) : null}
        <details>
          <summary>{t('import.columns')}</summary>
          <Stack gap={12}>
            <Facts facts={read.map(({ column, field }) => [column, label('PlaceColumn', field ?? '')])} />
            {left.length > 0 ? <Notice title={t('import.notRead')}>{left.join(', ')}</Notice> : null}
          </Stack>
        </details>
      </Stack>
    </Sheet>
  );
}
