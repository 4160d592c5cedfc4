import { Button } from '@mantine/core';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { TillFileLanguage } from '../../i18n/till-file-language.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { savePaper } from '../../ui/save-paper.js';

const RECEIPT = graphql(`
  query SaleReceipt($id: UUID!) {
    saleReceipt(id: $id) {
      name
      mediaType
      base64
    }
  }
`);

/** The receipt of a sale as a file: to print, or to send from one's own mail. */
export function ShowReceipt(props: { readonly saleId: string }) {
  return (
    <TillFileLanguage>
      <SaveReceipt {...props} />
    </TillFileLanguage>
  );
}

function SaveReceipt({ saleId }: { readonly saleId: string }) {
  const t = useWords();
  const { newId } = useEnvironment();
  const asked = useCommand(RECEIPT);
  const save = async () => {
    const file = (await asked.send({ id: saleId }, newId()))?.saleReceipt;
    if (file) savePaper(file);
  };
  return (
    <>
      <Button variant="default" aria-disabled={asked.sending || undefined} onClick={() => void save()}>
        {t('tillFile.receipt')}
      </Button>
      <RefusalSummary refusals={asked.refusals} />
    </>
  );
}
