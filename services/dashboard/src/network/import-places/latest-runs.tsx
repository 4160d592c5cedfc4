import { Block } from '../../app/block.js';
import { PageLink } from '../../app/page-link.js';
import { usePages } from '../../app/use-pages.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Chip, Sheet, Stack } from '../../ui/layout.js';
import { IMPORT_RUNS, runAddress } from '../import-run-query.js';

const SHOWN = 5;

/** The way back to a report. */
export function LatestRuns() {
  const t = useWords();
  const format = useFormat();
  const read = usePages(IMPORT_RUNS, {}, (data) => data.importRuns);
  return (
    <Sheet title={t('import.latest')}>
      <Block read={read} at="importRuns" doing={t('import.doing')}>
        {() =>
          read.items.length === 0 ? (
            <p className="soft">{t('import.noneYet')}</p>
          ) : (
            <ul className="plain">
              {read.items.slice(0, SHOWN).map((run) => (
                <li key={run.id}>
                  <Stack gap={4}>
                    <span>
                      <PageLink href={runAddress(run.id)}>
                        {t('import.ran', { source: run.source, day: format.moment(run.createdAt) })}
                      </PageLink>{' '}
                      <Chip tone={run.dryRun ? 'plain' : 'good'}>
                        {t(run.dryRun ? 'import.kind.dry' : 'import.kind.real')}
                      </Chip>
                    </span>
                    <span className="soft small">
                      {t('import.counts', {
                        accepted: run.accepted,
                        corrected: run.corrected,
                        refused: run.refused,
                        unchanged: run.unchanged,
                      })}
                    </span>
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
