import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { RefusalSummary } from '../../ui/form.js';
import { useEntry } from '../../ui/use-entry.js';
import { IMPORT_PEOPLE, importAddress, TOUCHED_BY_IMPORT } from '../import-people/import-query.js';
import type { ImportShown } from './import-shown.js';

const PEOPLE: string = '/people';
const IMPORT: string = '/people/import';

/** « Inscrire 41 personnes » : the same file, source, branch and columns as on the dry run, for good. */
export function EnrolList({ list }: { readonly list: ImportShown }) {
  const t = useWords();
  const navigate = useNavigate();
  const { idempotencyKey } = useEntry({});
  const asking = useCommand(IMPORT_PEOPLE, { touches: TOUCHED_BY_IMPORT });
  if (!list.dryRun) return <Button onClick={() => void navigate({ to: PEOPLE })}>{t('peopleImport.toPeople')}</Button>;
  if (list.enrolled === 0)
    return <Button onClick={() => void navigate({ to: IMPORT })}>{t('peopleImport.another')}</Button>;
  const enrol = async () => {
    const { fileId, source, privacyNoticeReadOn } = list;
    const mapping = list.columns.map(({ column, field }) => ({ column, field }));
    const input = { fileId, dryRun: false, source, branch: list.branch.code, privacyNoticeReadOn, mapping };
    const answer = await asking.send({ input }, idempotencyKey);
    if (answer?.importPeople) await navigate({ to: importAddress(answer.importPeople.id) });
  };
  return (
    <>
      <RefusalSummary refusals={asking.refusals} />
      <Button aria-disabled={asking.sending || undefined} onClick={() => void enrol()}>
        {asking.sending ? t('ui.sending') : t('peopleImport.take', { count: list.enrolled })}
      </Button>
    </>
  );
}
