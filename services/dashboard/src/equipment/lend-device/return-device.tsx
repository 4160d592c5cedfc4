import { Checkbox } from '@mantine/core';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { TextField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useEntry } from '../../ui/use-entry.js';
import { KEEPING_TOUCHES } from '../keeping-query.js';

const RETURN = graphql(`
  mutation ReturnDevice($input: ReturnDeviceInput!) {
    returnDevice(input: $input) {
      id
    }
  }
`);

/** A lent device is back: as it was, or to be repaired. */
export function ReturnDevice(props: { readonly id: string; readonly onClose: () => void }) {
  const t = useWords();
  const entry = useEntry({ damaged: false, condition: '' });
  const bringBack = useCommand(RETURN, { touches: KEEPING_TOUCHES });
  const { damaged, condition } = entry.values;
  const save = async () => {
    const input = { id: props.id, damaged, condition: condition || null };
    if (await bringBack.send({ input }, entry.idempotencyKey)) props.onClose();
  };
  return (
    <FormDialog
      title={t('keeping.return')}
      save={t('keeping.return')}
      refusals={bringBack.refusals}
      sending={bringBack.sending}
      onSend={() => void save()}
      onClose={props.onClose}
    >
      <Checkbox
        label={t('keeping.damaged')}
        checked={damaged}
        onChange={(event) => entry.set('damaged', event.currentTarget.checked)}
      />
      <TextField
        path="condition"
        label={t('keeping.condition')}
        value={condition}
        onChange={(value) => entry.set('condition', value)}
      />
    </FormDialog>
  );
}
