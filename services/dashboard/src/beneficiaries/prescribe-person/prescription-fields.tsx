import { Checkbox } from '@mantine/core';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { TextField } from '../../ui/fields.js';
import { FieldRow, FormField, FormPart } from '../../ui/form.js';
import { ManyField } from '../../ui/many-field.js';
import type { Entry } from '../../ui/use-entry.js';

const MILESTONES = ['ANSWERED', 'FIRST_SEEN', 'DONE'] as const;

/** What a prescriber says of a person, with an account or without. */
export const NOTHING_SAID = {
  needs: [] as readonly string[],
  givenName: '',
  familyName: '',
  birthYear: '',
  phone: '',
  spokenLanguage: '',
  availability: '',
  consentGiven: false,
  consentScope: [] as readonly string[],
  consentUntil: '',
};

/** Who the person is, what they need and what they agree to. */
export function PrescriptionFields(props: { readonly entry: Pick<Entry<typeof NOTHING_SAID>, 'values' | 'change'> }) {
  const { values, change } = props.entry;
  const t = useWords();
  const needs = useChoices('FirstNeed');
  const text = (path: 'givenName' | 'familyName' | 'phone' | 'spokenLanguage', label: string) => (
    <TextField path={path} label={label} value={values[path]} onChange={(typed) => change({ [path]: typed })} />
  );
  return (
    <>
      <FormPart title={t('prescription.person')}>
        <FieldRow>
          {text('givenName', t('people.givenName'))}
          {text('familyName', t('people.familyName'))}
        </FieldRow>
        <FieldRow>
          <TextField
            path="birthYear"
            label={t('people.year')}
            value={values.birthYear}
            onChange={(typed) => change({ birthYear: typed.replace(/\D/g, '').slice(0, 4) })}
          />
          {text('phone', t('people.phone'))}
          {text('spokenLanguage', t('prescription.language'))}
        </FieldRow>
      </FormPart>
      <ManyField
        path="needs"
        label={t('prescription.needs')}
        required
        data={needs}
        chosen={values.needs}
        onChange={(chosen) => change({ needs: chosen })}
      />
      <TextField
        path="availability"
        label={t('prescription.availability')}
        description={t('prescription.availabilityHelp')}
        value={values.availability}
        onChange={(typed) => change({ availability: typed })}
      />
      <FormField path="input.consentGiven" label={t('prescription.consent')} required>
        {(control) => (
          <Checkbox
            {...control}
            label={t('prescription.consent')}
            checked={values.consentGiven}
            onChange={(event) => change({ consentGiven: event.currentTarget.checked })}
          />
        )}
      </FormField>
      <ManyField
        path="consentScope"
        label={t('prescription.scope')}
        data={MILESTONES.map((value) => ({ value, label: t(`prescription.milestone.${value}`) }))}
        chosen={values.consentScope}
        onChange={(chosen) => change({ consentScope: chosen })}
      />
      <TextField
        path="consentUntil"
        type="date"
        label={t('prescription.until')}
        required
        value={values.consentUntil}
        onChange={(day) => change({ consentUntil: day })}
      />
    </>
  );
}
