import { useWords } from '../../i18n/words.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { EntryForm, FieldRow, SaveButton } from '../../ui/form.js';
import { Notice } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';
import { NOTHING_SAID, PrescriptionFields } from '../prescribe-person/prescription-fields.js';
import { askAtDoor } from './door.js';
import { useDoor } from './use-door.js';

/** The form of two minutes: which branch, on whose behalf, who the person is and what they agree to. */
export function WriteByMail(props: {
  readonly token: string;
  readonly branches: readonly { readonly branch: string; readonly city: string }[];
}) {
  const t = useWords();
  const { token, branches } = props;
  const entry = useEntry({ branch: '', organisation: '', ...NOTHING_SAID });
  const { pass, sending, refusals, passed } = useDoor();
  const { values, set } = entry;
  const send = () => {
    const birthYear = values.birthYear === '' ? null : Number(values.birthYear);
    return pass(() => askAtDoor({ do: 'write', token, form: { ...values, birthYear } }));
  };
  if (passed)
    return (
      <div role="status">
        <Notice tone="good">{t('orient.written')}</Notice>
      </div>
    );
  return (
    <EntryForm label={t('orient.title')} refusals={refusals} sending={sending} onSend={() => void send()}>
      <FieldRow>
        <ChoiceField
          path="branch"
          label={t('orient.branch')}
          required
          value={values.branch}
          onChange={(branch) => set('branch', branch)}
          data={[{ value: '', label: '–' }, ...branches.map(({ branch, city }) => ({ value: branch, label: city }))]}
        />
        <TextField
          path="organisation"
          label={t('orient.organisation')}
          required
          value={values.organisation}
          onChange={(organisation) => set('organisation', organisation)}
        />
      </FieldRow>
      <PrescriptionFields entry={entry} />
      <SaveButton>{t('prescription.send')}</SaveButton>
    </EntryForm>
  );
}
