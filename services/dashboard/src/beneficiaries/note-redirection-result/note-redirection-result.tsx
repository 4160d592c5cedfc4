import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useEntry } from '../../ui/use-entry.js';
import { useToday } from '../../ui/use-today.js';
import { type RedirectionShown, TOUCHED } from '../show-support-journey/support-query.js';

const NOTE = graphql(`
  mutation NoteRedirectionResult($input: NoteRedirectionResultInput!) {
    noteRedirectionResult(input: $input) {
      id
    }
  }
`);

/** What became of somebody who was sent on. */
export function NoteRedirectionResult(props: { readonly redirection: RedirectionShown; readonly onClose: () => void }) {
  const { redirection, onClose } = props;
  const t = useWords();
  const today = useToday();
  const note = useCommand(NOTE, { touches: TOUCHED });
  const entry = useEntry({ result: redirection.result ?? 'HELPED', occurredOn: today });
  const { values, set } = entry;
  const save = async () => {
    const input = { ...values, id: redirection.id, expectedVersion: redirection.version };
    if (await note.send({ input: input as never }, entry.idempotencyKey)) onClose();
  };
  return (
    <FormDialog
      title={t('redirection.note')}
      save={t('redirection.note')}
      refusals={note.refusals}
      sending={note.sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <ChoiceField
        path="result"
        label={t('redirection.result')}
        data={useChoices('RedirectionResult')}
        value={values.result}
        onChange={(chosen) => set('result', chosen as typeof values.result)}
      />
      <TextField
        path="occurredOn"
        type="date"
        max={today}
        label={t('support.day')}
        value={values.occurredOn}
        onChange={(day) => set('occurredOn', day)}
      />
    </FormDialog>
  );
}
