import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useEntry } from '../../ui/use-entry.js';
import { useToday } from '../../ui/use-today.js';
import { TOUCHED } from '../show-support-journey/support-query.js';

const REDIRECT = graphql(`
  mutation RedirectPerson($input: RedirectPersonInput!) {
    redirectPerson(input: $input) {
      id
    }
  }
`);

/** Sends somebody on to another service, and keeps that the result is to be asked. */
export function RedirectPerson(props: { readonly beneficiaryId: string; readonly onClose: () => void }) {
  const { beneficiaryId, onClose } = props;
  const t = useWords();
  const today = useToday();
  const redirect = useCommand(REDIRECT, { touches: TOUCHED });
  const entry = useEntry({ target: 'ADMINISTRATION', whereto: '', occurredOn: today });
  const { values, set } = entry;
  const save = async () => {
    const input = { ...values, beneficiaryId, whereto: values.whereto || null };
    if (await redirect.send({ input: input as never }, entry.idempotencyKey)) onClose();
  };
  return (
    <FormDialog
      title={t('redirection.send')}
      save={t('redirection.send')}
      refusals={redirect.refusals}
      sending={redirect.sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <ChoiceField
        path="target"
        label={t('redirection.target')}
        data={useChoices('RedirectionTarget')}
        value={values.target}
        onChange={(chosen) => set('target', chosen)}
      />
      <TextField
        path="whereto"
        label={t('redirection.whereto')}
        description={t('redirection.wheretoHelp')}
        value={values.whereto}
        onChange={(typed) => set('whereto', typed)}
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
