import { Textarea } from '@mantine/core';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { FormField } from '../../ui/form.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useEntry } from '../../ui/use-entry.js';
import { TICKET_TOUCHES } from '../after-sales-query.js';

const OPEN = graphql(`
  mutation OpenAfterSalesTicket($input: OpenAfterSalesTicketInput!) {
    openAfterSalesTicket(input: $input) {
      id
    }
  }
`);

/** A sold device is brought in with a fault. */
export function OpenAfterSalesTicket(props: { readonly deviceId: string; readonly onClose: () => void }) {
  const t = useWords();
  const entry = useEntry({ fault: '' });
  const open = useCommand(OPEN, { touches: TICKET_TOUCHES });
  const save = async () => {
    const input = { deviceId: props.deviceId, fault: entry.values.fault.trim() };
    if (await open.send({ input }, entry.idempotencyKey)) props.onClose();
  };
  return (
    <FormDialog
      title={t('afterSales.open')}
      save={t('afterSales.open')}
      refusals={open.refusals}
      sending={open.sending}
      onSend={() => void save()}
      onClose={props.onClose}
    >
      <FormField path="input.fault" label={t('afterSales.fault')} description={t('afterSales.faultHelp')} required>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={500}
            value={entry.values.fault}
            onChange={(event) => entry.set('fault', event.currentTarget.value)}
          />
        )}
      </FormField>
    </FormDialog>
  );
}
