import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { Counts } from '../../ui/counts.js';
import { useFormat } from '../../ui/format.js';
import { Notice, Stack } from '../../ui/layout.js';
import { countsOf, type RunShown, takenOf } from './run-query.js';

const SHOWN = ['ACCEPTED', 'CORRECTED', 'REFUSED', 'UNCHANGED'] as const;

/** The four counts, that they are all rows of the file, and the one sentence on what that means. */
export function RunCounts({ run }: { readonly run: RunShown }) {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const counts = countsOf(run);
  const rows = SHOWN.reduce((sum, outcome) => sum + counts[outcome], 0);
  return (
    <Stack gap={12}>
      <Counts
        of={SHOWN.map((outcome) => ({
          ...{ name: label('ImportOutcome', outcome), count: counts[outcome], wrong: outcome === 'REFUSED' },
        }))}
      />
      <p className="soft">
        {t('import.sum', { sum: SHOWN.map((outcome) => format.number(counts[outcome])).join(' + '), rows })}
      </p>
      <Verdict run={run} />
    </Stack>
  );
}

function Verdict({ run }: { readonly run: RunShown }) {
  const t = useWords();
  const taken = takenOf(run);
  if (taken > 0)
    return run.dryRun ? (
      <Notice>{t('import.dryWhat')}</Notice>
    ) : (
      <Notice tone="good">{t('import.done', { count: taken })}</Notice>
    );
  return run.refused === 0 ? (
    <Notice tone="good" title={t('import.nothing')}>
      {t('import.nothingWhat', { count: run.unchanged })}
    </Notice>
  ) : (
    <Notice tone="care" title={t('import.nothingTaken')}>
      {t('import.nothingTakenWhat', { refused: run.refused, unchanged: run.unchanged })}
    </Notice>
  );
}
