import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf } from '../../app/use-read.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useEntry } from '../../ui/use-entry.js';
import { MANDATES, type MandateShown } from '../list-mandates/mandates-query.js';

const NOTE = graphql(`
  mutation NoteMandateAct($input: NoteMandateActInput!) {
    noteMandateAct(input: $input) {
      id
    }
  }
`);

/** Something done in the person's name; once noted it stays as it is. */
export function NoteMandateAct(props: { readonly mandate: MandateShown; readonly onClose: () => void }) {
  const { mandate, onClose } = props;
  const t = useWords();
  const note = useCommand(NOTE, { touches: [keyOf(MANDATES)] });
  const entry = useEntry({ theme: String(mandate.themes[0] ?? ''), what: '' });
  const { values, set } = entry;
  const themes = useChoices('AdministrativeTheme').filter(({ value }) => mandate.themes.includes(value));
  const save = async () => {
    const input = { ...values, id: mandate.id };
    if (await note.send({ input: input as never }, entry.idempotencyKey)) onClose();
  };
  return (
    <FormDialog
      title={t('mandate.act')}
      save={t('mandate.act')}
      refusals={note.refusals}
      sending={note.sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <p>{t('mandate.actWhat')}</p>
      <ChoiceField
        path="theme"
        label={t('mandate.theme')}
        data={themes}
        value={values.theme}
        onChange={(chosen) => set('theme', chosen)}
      />
      <TextField
        path="what"
        label={t('mandate.what')}
        required
        value={values.what}
        onChange={(typed) => set('what', typed)}
      />
    </FormDialog>
  );
}
