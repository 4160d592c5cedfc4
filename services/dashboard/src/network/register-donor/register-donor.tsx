import { useNavigate } from '@tanstack/react-router';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useEntry } from '../../ui/use-entry.js';

const REGISTER = graphql(`
  mutation RegisterDonor($input: RegisterDonorInput!) {
    registerDonor(input: $input) {
      id
    }
  }
`);

/** A donor is made known; their page opens, where the donation is noted. */
export function RegisterDonor(props: { readonly branch: string; readonly onClose: () => void }) {
  const t = useWords();
  const navigate = useNavigate();
  const kinds = useChoices('DonorKind');
  const entry = useEntry({ kind: 'ORGANISATION', name: '', contactName: '', contactEmail: '', contactTelephone: '' });
  const register = useCommand(REGISTER, { touches: [['read', 'Donors']] });
  const { values, set } = entry;
  const save = async () => {
    const { kind, name, contactName, contactEmail, contactTelephone } = values;
    const input = {
      branch: props.branch,
      kind: kind as 'PERSON',
      name,
      contactName: contactName || null,
      contactEmail: contactEmail || null,
      contactTelephone: contactTelephone || null,
    };
    const answer = await register.send({ input }, entry.idempotencyKey);
    if (answer?.registerDonor) await navigate({ to: `/donors/${answer.registerDonor.id}` as string });
  };
  return (
    <FormDialog
      title={t('donor.register')}
      save={t('donor.register')}
      refusals={register.refusals}
      sending={register.sending}
      onSend={() => void save()}
      onClose={props.onClose}
    >
      <ChoiceField
        path="kind"
        label={t('donor.kind')}
        data={kinds}
        value={values.kind}
        onChange={(kind) => set('kind', kind)}
      />
      <TextField
        path="name"
        label={t('donor.name')}
        required
        value={values.name}
        onChange={(name) => set('name', name)}
      />
      {values.kind === 'PERSON' ? (
        <p className="soft">{t('donor.minimal')}</p>
      ) : (
        <TextField
          path="contactName"
          label={t('donor.contact')}
          value={values.contactName}
          onChange={(name) => set('contactName', name)}
        />
      )}
      <TextField
        path="contactEmail"
        label={t('donor.mail')}
        value={values.contactEmail}
        onChange={(mail) => set('contactEmail', mail)}
      />
      <TextField
        path="contactTelephone"
        label={t('donor.phone')}
        value={values.contactTelephone}
        onChange={(phone) => set('contactTelephone', phone)}
      />
    </FormDialog>
  );
}
