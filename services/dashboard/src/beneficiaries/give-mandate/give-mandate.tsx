import { Checkbox } from '@mantine/core';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf } from '../../app/use-read.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField } from '../../ui/fields.js';
import { FormField } from '../../ui/form.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { ManyField } from '../../ui/many-field.js';
import { useEntry } from '../../ui/use-entry.js';
import { MANDATES } from '../list-mandates/mandates-query.js';

const GIVE = graphql(`
  mutation GiveMandate($input: GiveMandateInput!) {
    giveMandate(input: $input) {
      id
    }
  }
`);

/** What the person allows, for how long, once they agree. */
export function GiveMandate(props: { readonly beneficiaryId: string; readonly onClose: () => void }) {
  const { beneficiaryId, onClose } = props;
  const t = useWords();
  const give = useCommand(GIVE, { touches: [keyOf(MANDATES)] });
  const entry = useEntry({ themes: [] as readonly string[], duration: 'SHORT', agreed: false });
  const { values, set } = entry;
  const save = async () => {
    const input = { ...values, beneficiaryId };
    if (await give.send({ input: input as never }, entry.idempotencyKey)) onClose();
  };
  return (
    <FormDialog
      title={t('mandate.give')}
      save={t('mandate.give')}
      refusals={give.refusals}
      sending={give.sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <p>{t('mandate.giveWhat')}</p>
      <ManyField
        path="themes"
        label={t('mandate.themes')}
        required
        data={useChoices('AdministrativeTheme')}
        chosen={values.themes}
        onChange={(chosen) => set('themes', chosen)}
      />
      <ChoiceField
        path="duration"
        label={t('mandate.duration')}
        data={useChoices('MandateDuration')}
        value={values.duration}
        onChange={(chosen) => set('duration', chosen)}
      />
      <FormField path="input.agreed" label={t('mandate.agreed')} required>
        {({ id, label, error }) => (
          <Checkbox
            id={id}
            label={label}
            error={error}
            checked={values.agreed}
            onChange={(event) => set('agreed', event.currentTarget.checked)}
          />
        )}
      </FormField>
    </FormDialog>
  );
}
