import { lazy, Suspense, useState } from 'react';
import { Block } from '../../app/block.js';
import { ChooseFile } from '../../app/choose-file.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useRead } from '../../app/use-read.js';
import { useSearch } from '../../app/use-search.js';
import { ImportLanguage } from '../../i18n/import-language.js';
import { useWords } from '../../i18n/words.js';
import { RefusalSummary } from '../../ui/form.js';
import { PageHead, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { Loading } from '../../ui/states.js';
import { Recognition } from '../recognition.js';
import { LatestRuns } from './latest-runs.js';

const FILE = graphql(`
  query ImportFile($input: ImportFileInput!) {
    importFile(input: $input) {
      format
      encoding
      delimiter
      rows
      repairs { fr en }
      columns { column field sample filled }
    }
  }
`);
export type FileRead = NonNullable<ResultOf<typeof FILE>['importFile']>;

/** Comes once a file is there to be read. */
const MapColumns = lazy(async () => ({ default: (await import('./map-columns.js')).MapColumns }));

/** From a file to a dry run: what was recognised, how each column is read, then what would happen. */
export function Page() {
  return (
    <ImportLanguage>
      <Import />
    </ImportLanguage>
  );
}

/** The file's id is in the address; coming back from a run brings its source too, and finds the columns as they were read. */
function Import() {
  const t = useWords();
  const [search, change] = useSearch();
  const fileId = search['file'];
  // Not written back: a guarded form must not have to ask before it goes on.
  const [source, setSource] = useState(search['source'] ?? '');
  const input = { fileId: fileId ?? '', source: source || null };
  const read = useRead(FILE, { input }, { enabled: fileId !== undefined });
  // A file that is none says what it was taken for; that is an answer, not a breakdown.
  const refusals =
    fileId === undefined ? [] : read.errors.filter(({ kind }) => kind === 'invalid' || kind === 'not-found');
  const file = fileId !== undefined && refusals.length === 0 ? fileId : undefined;
  const recognised = file === undefined ? undefined : (read.data?.importFile ?? undefined);
  return (
    <Stack gap={24}>
      <PageHead title={t('page.importPlaces')} />
      <TwoBanks
        is={
          <>
            <Sheet title={t('import.file')}>
              <Stack>
                <ChooseFile onSent={(sent) => change({ file: sent }, 'replace')} />
                <RefusalSummary refusals={refusals} />
              </Stack>
            </Sheet>
            {recognised ? (
              <Sheet title={t('import.recognised')}>
                <Stack>
                  <Recognition file={recognised} rows={recognised.rows} />
                </Stack>
              </Sheet>
            ) : null}
          </>
        }
        todo={<LatestRuns />}
      />
      {file === undefined ? null : (
        <Block read={read} at="importFile" doing={t('import.doing')}>
          {({ importFile }) =>
            importFile ? (
              <Suspense fallback={<Loading lines={8} />}>
                <MapColumns
                  key={file}
                  fileId={file}
                  file={importFile}
                  source={source}
                  reading={read.refreshing}
                  onSource={setSource}
                />
              </Suspense>
            ) : null
          }
        </Block>
      )}
    </Stack>
  );
}
