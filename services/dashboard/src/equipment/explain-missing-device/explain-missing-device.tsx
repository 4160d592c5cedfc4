import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { ReasonField } from '../../ui/reason-field.js';
import { useEntry } from '../../ui/use-entry.js';
import { TRANSFER_TOUCHES } from '../transfer-query.js';

const EXPLAIN = graphql(`
  mutation ExplainMissingDevice($input: ExplainMissingDeviceInput!) {
    explainMissingDevice(input: $input) {
      id
    }
  }
`);

/** A branch says what became of a device that did not arrive; the coordination approves. */
export function ExplainMissingDevice(props: {
  readonly id: string;
  readonly tag: string;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const outcomes = useChoices('MissingOutcome');
  const entry = useEntry({ outcome: 'LOST', reason: '' });
  const explain = useCommand(EXPLAIN, { touches: TRANSFER_TOUCHES });
  const save = async () => {
    const input = { id: props.id, tag: props.tag, ...entry.values };
    if (await explain.send({ input: input as never }, entry.idempotencyKey)) props.onClose();
  };
  return (
    <FormDialog
      title={`${t('transfer.explain')} · ${props.tag}`}
      save={t('transfer.explain')}
      refusals={explain.refusals}
      sending={explain.sending}
      onSend={() => void save()}
      onClose={props.onClose}
    >
      <p>{t('transfer.explainWhat')}</p>
      <ChoiceField
        path="outcome"
        label={t('transfer.outcome')}
        data={outcomes}
        value={entry.values.outcome}
        onChange={(outcome) => entry.set('outcome', outcome)}
      />
      <ReasonField value={entry.values.reason} onChange={(reason) => entry.set('reason', reason)} />
    </FormDialog>
  );
}
