import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { TextField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useEntry } from '../../ui/use-entry.js';
import { TICKET_TOUCHES } from '../after-sales-query.js';

const EXCHANGE = graphql(`
  mutation ExchangeDevice($input: ExchangeDeviceInput!) {
    exchangeDevice(input: $input) {
      id
    }
  }
`);

/** Another device for the faulty one, at no cost. */
export function ExchangeDevice(props: { readonly id: string; readonly onClose: () => void }) {
  const t = useWords();
  const entry = useEntry({ tag: '', reason: '' });
  const exchange = useCommand(EXCHANGE, { touches: TICKET_TOUCHES });
  const { tag, reason } = entry.values;
  const save = async () => {
    const input = { id: props.id, tag: tag.trim(), reason: reason.trim() };
    if (await exchange.send({ input }, entry.idempotencyKey)) props.onClose();
  };
  return (
    <FormDialog
      title={t('afterSales.exchange')}
      save={t('afterSales.exchange')}
      refusals={exchange.refusals}
      sending={exchange.sending}
      onSend={() => void save()}
      onClose={props.onClose}
    >
      <p>{t('afterSales.free')}</p>
      <TextField
        path="tag"
        label={t('afterSales.tag')}
        required
        value={tag}
        onChange={(value) => entry.set('tag', value)}
      />
      <TextField
        path="reason"
        label={t('ui.reason.label')}
        required
        value={reason}
        onChange={(value) => entry.set('reason', value)}
      />
    </FormDialog>
  );
}
