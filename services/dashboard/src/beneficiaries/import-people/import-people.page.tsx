import { lazy, Suspense } from 'react';
import { Block } from '../../app/block.js';
import { ChooseFile } from '../../app/choose-file.js';
import { PageLink } from '../../app/page-link.js';
import { usePages } from '../../app/use-pages.js';
import { useRead } from '../../app/use-read.js';
import { useSearch } from '../../app/use-search.js';
import { PeopleImportLanguage } from '../../i18n/people-import-language.js';
import { useWords } from '../../i18n/words.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Chip, PageHead, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { Loading } from '../../ui/states.js';
import { importAddress, LISTS_OF_PEOPLE, PEOPLE_FILE, PEOPLE_IMPORTS } from './import-query.js';

const SHOWN = 5;
/** Comes once a file is there to be read. */
const MapPeople = lazy(async () => ({ default: (await import('./map-people.js')).MapPeople }));

/** From a list of people to a dry run: what was recognised, what each column says, then what would happen. */
export function Page() {
  return (
    <PeopleImportLanguage>
      <Import />
    </PeopleImportLanguage>
  );
}

function Import() {
  const t = useWords();
  const [search, change] = useSearch();
  const fileId = search['file'];
  const read = useRead(PEOPLE_FILE, { input: { fileId: fileId ?? '' } }, { enabled: fileId !== undefined });
  // A file that is none says what it was taken for; that is an answer, not a breakdown.
  const refusals =
    fileId === undefined ? [] : read.errors.filter(({ kind }) => kind === 'invalid' || kind === 'not-found');
  return (
    <Stack gap={24}>
      <PageHead title={t('page.importPeople')} />
      <TwoBanks
        is={
          <Sheet title={t('peopleImport.file')}>
            <Stack>
              <ChooseFile target={LISTS_OF_PEOPLE} onSent={(sent) => change({ file: sent }, 'replace')} />
              <p className="soft small">{t('peopleImport.privacy')}</p>
              <RefusalSummary refusals={refusals} />
            </Stack>
          </Sheet>
        }
        todo={<LatestImports />}
      />
      {fileId === undefined || refusals.length > 0 ? null : (
        <Block read={read} at="peopleFile" doing={t('peopleImport.doing')}>
          {({ peopleFile }) =>
            peopleFile ? (
              <Suspense fallback={<Loading lines={8} />}>
                <MapPeople key={fileId} fileId={fileId} file={peopleFile} source={search['source'] ?? ''} />
              </Suspense>
            ) : null
          }
        </Block>
      )}
    </Stack>
  );
}

/** The way back to a report. */
function LatestImports() {
  const t = useWords();
  const format = useFormat();
  const read = usePages(PEOPLE_IMPORTS, { after: null }, (data) => data.peopleImports);
  return (
    <Sheet title={t('peopleImport.latest')}>
      <Block read={read} at="peopleImports" doing={t('peopleImport.doing')}>
        {() =>
          read.items.length === 0 ? (
            <p className="soft">{t('peopleImport.noneYet')}</p>
          ) : (
            <ul className="plain">
              {read.items.slice(0, SHOWN).map(({ id, source, dryRun, createdAt, ...counts }) => (
                <li key={id}>
                  <Stack gap={4}>
                    <span>
                      <PageLink href={importAddress(id)}>
                        {t('peopleImport.ran', { source, day: format.moment(createdAt) })}
                      </PageLink>{' '}
                      <Chip tone={dryRun ? 'plain' : 'good'}>
                        {t(dryRun ? 'peopleImport.kind.dry' : 'peopleImport.kind.real')}
                      </Chip>
                    </span>
                    <span className="soft small">{t('peopleImport.sum', counts)}</span>
                  </Stack>
                </li>
              ))}
            </ul>
          )
        }
      </Block>
    </Sheet>
  );
}
