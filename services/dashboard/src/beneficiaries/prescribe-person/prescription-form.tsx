import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useCommand } from '../../app/use-command.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { TextField } from '../../ui/fields.js';
import { EntryForm, FieldRow, FormField, FormPart, SaveButton } from '../../ui/form.js';
import { Notice, PageHead, Sheet } from '../../ui/layout.js';
import { ManyField } from '../../ui/many-field.js';
import { useEntry } from '../../ui/use-entry.js';
import { OrganisationField } from '../organisation-field.js';

const PRESCRIBE = graphql(`
  mutation PrescribePerson($input: PrescribePersonInput!) {
    prescribePerson(input: $input) {
      id
    }
  }
`);

const MILESTONES = ['ANSWERED', 'FIRST_SEEN', 'DONE'] as const;
const FRESH = {
  organisationId: '',
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
export function PrescriptionForm() {
  const t = useWords();
  const { one } = useScope();
  const entry = useEntry(FRESH);
  useUnsavedGuard(entry.touched);
  const [sent, setSent] = useState(false);
  const prescribe = useCommand(PRESCRIBE, { touches: [['read', 'MyPrescriptions']] });
  const { values, set } = entry;
  const needs = useChoices('FirstNeed');
  const save = async () => {
    setSent(false);
    const { birthYear, ...rest } = values;
    const input = { ...rest, branch: one ?? null, birthYear: birthYear ? Number(birthYear) : null };
    if (!(await prescribe.send({ input: input as never }, entry.idempotencyKey))) return;
    entry.renew(FRESH);
    setSent(true);
    window.scrollTo({ top: 0 });
  };
  const text = (path: 'givenName' | 'familyName' | 'phone' | 'spokenLanguage', label: string) => (
    <TextField path={path} label={label} value={values[path]} onChange={(typed) => set(path, typed)} />
  );
  return (
    <>
      <PageHead title={t('page.prescribe')} context={t('prescription.own')} />
      {sent ? <Notice tone="good">{t('prescription.sent')}</Notice> : null}
      <Sheet>
        <EntryForm
          label={t('page.prescribe')}
          refusals={prescribe.refusals}
          sending={prescribe.sending}
          onSend={() => void save()}
        >
          <OrganisationField value={values.organisationId} onChange={(value) => set('organisationId', value)} />
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
                onChange={(typed) => set('birthYear', typed.replace(/\D/g, '').slice(0, 4))}
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
            onChange={(chosen) => set('needs', chosen)}
          />
          <TextField
            path="availability"
            label={t('prescription.availability')}
            description={t('prescription.availabilityHelp')}
            value={values.availability}
            onChange={(typed) => set('availability', typed)}
          />
          <FormField path="input.consentGiven" label={t('prescription.consent')} required>
            {(control) => (
              <Checkbox
                {...control}
                label={t('prescription.consent')}
                checked={values.consentGiven}
                onChange={(event) => set('consentGiven', event.currentTarget.checked)}
              />
            )}
          </FormField>
          <ManyField
            path="consentScope"
            label={t('prescription.scope')}
            data={MILESTONES.map((value) => ({ value, label: t(`prescription.milestone.${value}`) }))}
            chosen={values.consentScope}
            onChange={(chosen) => set('consentScope', chosen)}
          />
          <TextField
            path="consentUntil"
            type="date"
            label={t('prescription.until')}
            required
            value={values.consentUntil}
            onChange={(day) => set('consentUntil', day)}
          />
          <SaveButton>{t('prescription.send')}</SaveButton>
        </EntryForm>
      </Sheet>
    </>
  );
}
