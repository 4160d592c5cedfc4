import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { RefusalSummary } from '../../ui/form.js';
import { useEntry } from '../../ui/use-entry.js';
import { IMPORT_PLACES, runAddress, TOUCHED_BY_IMPORT } from '../import-run-query.js';
import { type RunShown, takenOf } from './run-query.js';

const PLACES: string = '/places';
const IMPORT: string = '/places/import';

/** « Importer 741 lieux » : the same file, source, branch and columns as on the dry run, for good. */
export function CarryOut({ run }: { readonly run: RunShown }) {
  const t = useWords();
  const navigate = useNavigate();
  const { idempotencyKey } = useEntry({});
  const taking = useCommand(IMPORT_PLACES, { touches: TOUCHED_BY_IMPORT });
  const taken = takenOf(run);
  if (!run.dryRun) return <Button onClick={() => void navigate({ to: PLACES })}>{t('import.toPlaces')}</Button>;
  if (taken === 0 || run.fileId === null)
    return <Button onClick={() => void navigate({ to: IMPORT })}>{t('import.another')}</Button>;
  const { fileId } = run;
  const take = async () => {
    const input = {
      fileId,
      dryRun: false,
      source: run.source,
      branch: run.branch?.code ?? null,
      mapping: run.columns.map(({ column, field }) => ({ column, field })),
    };
    const answer = await taking.send({ input }, idempotencyKey);
    if (answer?.importPlaces) await navigate({ to: runAddress(answer.importPlaces.id) });
  };
  return (
    <>
      <RefusalSummary refusals={taking.refusals} />
      <Button aria-disabled={taking.sending || undefined} onClick={() => void take()}>
        {taking.sending ? t('ui.sending') : t('import.take', { count: taken })}
      </Button>
    </>
  );
}
