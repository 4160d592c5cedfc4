import { Checkbox } from '@mantine/core';
import { useChoices } from '../i18n/vocabulary.js';
import { useWords } from '../i18n/words.js';
import { ChoiceField, TextField } from '../ui/fields.js';
import { FieldRow } from '../ui/form.js';

/** What is typed of a person's name and of how to reach them. */
export interface ContactTyped {
  readonly givenName: string;
  readonly familyName: string;
  readonly phone: string;
  readonly email: string;
  readonly noContact: boolean;
  readonly contactPreference: string;
}

/** Name and contact, at enrolment and afterwards. */
export function ContactFields(props: {
  readonly values: ContactTyped;
  readonly onChange: (changed: Partial<ContactTyped>) => void;
}) {
  const t = useWords();
  const { values, onChange } = props;
  const preferences = useChoices('ContactPreference');
  const line = (path: 'givenName' | 'familyName' | 'phone' | 'email') => (
    <TextField
      path={path}
      label={t(`people.${path}`)}
      value={values[path]}
      onChange={(text) => onChange({ [path]: text })}
    />
  );
  return (
    <>
      <FieldRow>
        {line('givenName')}
        {line('familyName')}
      </FieldRow>
      <FieldRow>
        {line('phone')}
        {line('email')}
      </FieldRow>
      <Checkbox
        label={t('people.noContact')}
        checked={values.noContact}
        onChange={(event) => onChange({ noContact: event.currentTarget.checked })}
      />
      {values.noContact ? null : (
        <ChoiceField
          path="contactPreference"
          label={t('people.contactPreference')}
          data={preferences}
          value={values.contactPreference}
          onChange={(contactPreference) => onChange({ contactPreference })}
        />
      )}
    </>
  );
}

/** The contact as the service takes it; a line left empty says nothing, unless the person has neither. */
export function contactOf(values: ContactTyped) {
  return {
    givenName: values.givenName || null,
    familyName: values.familyName || null,
    phone: values.phone || null,
    email: values.email || null,
    noPhone: values.noContact,
    noEmail: values.noContact,
    contactPreference: values.noContact ? 'NONE' : values.contactPreference,
  };
}
