import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { TextField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useFormat } from '../../ui/format.js';
import { useEntry } from '../../ui/use-entry.js';

const NOTE = graphql(`
  mutation NoteContact($input: NoteContactInput!) {
    noteContact(input: $input) {
      id
    }
  }
`);

/** Says on which day somebody was in contact; nothing else of their record changes. */
export function StillInContact(props: { readonly beneficiaryId: string; readonly onClose: () => void }) {
  const { beneficiaryId, onClose } = props;
  const t = useWords();
  const format = useFormat();
  const { now } = useEnvironment();
  const entry = useEntry({ occurredOn: format.localDate(now()) });
  const note = useCommand(NOTE, { touches: [['read', 'SoonArchived']] });
  const save = async () => {
    if (await note.send({ input: { id: beneficiaryId, ...entry.values } }, entry.idempotencyKey)) onClose();
  };
  return (
    <FormDialog
      title={t('rights.still')}
      save={t('rights.still')}
      refusals={note.refusals}
      sending={note.sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <p>{t('rights.stillWhat')}</p>
      <TextField
        path="occurredOn"
        type="date"
        label={t('rights.seenOn')}
        required
        value={entry.values.occurredOn}
        onChange={(occurredOn) => entry.change({ occurredOn })}
      />
    </FormDialog>
  );
}
