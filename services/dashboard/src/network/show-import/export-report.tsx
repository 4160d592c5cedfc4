import { Button } from '@mantine/core';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { download } from '../../ui/download.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import type { RunShown } from './run-query.js';

const REPORT = graphql(`
  query ImportReport($id: UUID!, $english: Boolean!) {
    importRun(id: $id) {
      id
      report(english: $english) {
        name
        mediaType
        content
      }
    }
  }
`);

/** Every row with all that was said of it, for whoever has to mend the file. */
export function ExportReport({ run }: { readonly run: RunShown }) {
  const t = useWords();
  const { language } = useFormat();
  const { newId } = useEnvironment();
  const fetched = useCommand(REPORT);
  const save = async () => {
    const answer = await fetched.send({ id: run.id, english: language === 'en' }, newId());
    const file = answer?.importRun?.report;
    if (file) download(file.name, file.content, file.mediaType);
  };
  return (
    <>
      <RefusalSummary refusals={fetched.refusals} />
      <Button variant="default" aria-disabled={fetched.sending || undefined} onClick={() => void save()}>
        {t('import.report')}
      </Button>
    </>
  );
}
