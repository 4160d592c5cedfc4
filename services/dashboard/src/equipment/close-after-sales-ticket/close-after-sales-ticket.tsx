import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useEntry } from '../../ui/use-entry.js';
import { TICKET_TOUCHES } from '../after-sales-query.js';

const CLOSE = graphql(`
  mutation CloseAfterSalesTicket($input: CloseAfterSalesTicketInput!) {
    closeAfterSalesTicket(input: $input) {
      id
    }
  }
`);
const HOME = ['REPAIRED', 'NO_FAULT'] as const;

/** The device goes home to its buyer. */
export function CloseAfterSalesTicket(props: { readonly id: string; readonly onClose: () => void }) {
  const t = useWords();
  const label = useLabel();
  const entry = useEntry({ outcome: 'REPAIRED' as (typeof HOME)[number], note: '' });
  const close = useCommand(CLOSE, { touches: TICKET_TOUCHES });
  const { outcome, note } = entry.values;
  const save = async () => {
    const input = { id: props.id, outcome, note: note.trim() || null };
    if (await close.send({ input }, entry.idempotencyKey)) props.onClose();
  };
  return (
    <FormDialog
      title={t('afterSales.home')}
      save={t('afterSales.home')}
      refusals={close.refusals}
      sending={close.sending}
      onSend={() => void save()}
      onClose={props.onClose}
    >
      <ChoiceField
        path="outcome"
        label={t('afterSales.why')}
        required
        data={HOME.map((value) => ({ value, label: label('AfterSalesOutcome', value) }))}
        value={outcome}
        onChange={(value) => entry.set('outcome', HOME.find((one) => one === value) ?? 'REPAIRED')}
      />
      <TextField path="note" label={t('afterSales.note')} value={note} onChange={(value) => entry.set('note', value)} />
    </FormDialog>
  );
}
