import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { allowed } from '../../app/claims.js';
import { CommuneField } from '../../app/commune-field.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useChoices, useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { EntryForm, FieldRow, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { KeysField } from '../../ui/keys-field.js';
import { PageHead, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';
import { OrganisationField } from '../organisation-field.js';
import { Enrolled } from './enrolled.js';
import { SimilarPeople } from './similar-people.js';

const ENROL = graphql(`
  mutation EnrolBeneficiary($input: EnrolBeneficiaryInput!) {
    enrolBeneficiary(input: $input) {
      id
    }
  }
`);

const FRESH = {
  kind: 'TRACKED',
  givenName: '',
  familyName: '',
  birthYear: '',
  phone: '',
  email: '',
  noContact: false,
  communeText: '',
  communeCode: '',
  gender: 'NOT_STATED',
  socialStatus: 'NOT_STATED',
  orientationSource: 'SELF',
  organisationId: '',
  firstNeed: '',
  noticeOn: '',
};

/** Enrols a person, tracked or for statistics only, with the notice to read out and whoever looks very alike beside it. */
export function Page() {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const { now } = useEnvironment();
  const { one } = useScope();
  const identity = useIdentity();
  const entry = useEntry(FRESH);
  useUnsavedGuard(entry.touched);
  const enrol = useCommand(ENROL);
  const [saved, setSaved] = useState<string | null>(null);
  const { values, set } = entry;
  const today = format.localDate(now());
  const tracked = values.kind === 'TRACKED';
  const save = async () => {
    const input = {
      branch: one ?? null,
      kind: values.kind,
      birthYear: values.birthYear ? Number(values.birthYear) : null,
      gender: values.gender,
      socialStatus: values.socialStatus,
      // A commune typed and not chosen is sent as typed: refused beside its field rather than lost without a word.
      communeCode: values.communeCode || values.communeText.trim() || null,
      orientationSource: values.orientationSource,
      organisationId: values.organisationId || null,
      firstNeed: values.firstNeed || null,
      ...(tracked
        ? {
            givenName: values.givenName || null,
            familyName: values.familyName || null,
            phone: values.phone || null,
            email: values.email || null,
            noPhone: values.noContact,
            noEmail: values.noContact,
            privacyNoticeReadOn: values.noticeOn || null,
          }
        : {}),
    };
    const answer = await enrol.send({ input: input as never }, entry.idempotencyKey);
    if (!answer?.enrolBeneficiary) return;
    setSaved(answer.enrolBeneficiary.id);
    entry.renew(FRESH);
  };
  return (
    <Stack gap={24}>
      <PageHead title={t('page.enrol')} />
      {saved ? <Enrolled key={saved} id={saved} reads={allowed(identity, 'ReadBeneficiaries')} /> : null}
      <TwoBanks
        is={
          <Sheet>
            <EntryForm
              label={t('page.enrol')}
              refusals={enrol.refusals}
              sending={enrol.sending}
              onSend={() => void save()}
            >
              <KeysField
                label={t('people.kind')}
                options={useChoices('BeneficiaryKind')}
                value={values.kind as 'TRACKED'}
                onChange={(kind) => set('kind', kind)}
              />
              {tracked ? (
                <>
                  <FieldRow>
                    <TextField
                      path="givenName"
                      label={t('people.givenName')}
                      value={values.givenName}
                      onChange={(text) => set('givenName', text)}
                    />
                    <TextField
                      path="familyName"
                      label={t('people.familyName')}
                      value={values.familyName}
                      onChange={(text) => set('familyName', text)}
                    />
                  </FieldRow>
                  <FieldRow>
                    <TextField
                      path="phone"
                      label={t('people.phone')}
                      value={values.phone}
                      onChange={(text) => set('phone', text)}
                    />
                    <TextField
                      path="email"
                      label={t('people.email')}
                      value={values.email}
                      onChange={(text) => set('email', text)}
                    />
                  </FieldRow>
                  <Checkbox
                    label={t('people.noContact')}
                    checked={values.noContact}
                    onChange={(event) => set('noContact', event.currentTarget.checked)}
                  />
                </>
              ) : null}
              <FieldRow>
                <TextField
                  path="birthYear"
                  label={t('people.year')}
                  value={values.birthYear}
                  onChange={(text) => set('birthYear', text.replace(/\D/g, '').slice(0, 4))}
                />
                <CommuneField
                  text={values.communeText}
                  code={values.communeCode}
                  onChange={(text, code) => {
                    set('communeText', text);
                    set('communeCode', code);
                  }}
                />
              </FieldRow>
              <FieldRow>
                <ChoiceField
                  path="gender"
                  label={t('people.gender')}
                  data={useChoices('Gender')}
                  value={values.gender}
                  onChange={(value) => set('gender', value)}
                />
                <ChoiceField
                  path="socialStatus"
                  label={t('people.status')}
                  data={useChoices('SocialStatus')}
                  value={values.socialStatus}
                  onChange={(value) => set('socialStatus', value)}
                />
              </FieldRow>
              <FieldRow>
                <ChoiceField
                  path="orientationSource"
                  label={t('people.source')}
                  data={useChoices('OrientationSource')}
                  value={values.orientationSource}
                  onChange={(value) => set('orientationSource', value)}
                />
                <OrganisationField value={values.organisationId} onChange={(value) => set('organisationId', value)} />
              </FieldRow>
              <ChoiceField
                path="firstNeed"
                label={t('people.firstNeed')}
                data={[{ value: '', label: label('Gender', 'NOT_STATED') }, ...useChoices('FirstNeed')]}
                value={values.firstNeed}
                onChange={(value) => set('firstNeed', value)}
              />
              {tracked ? (
                <>
                  <Checkbox
                    label={t('people.noticeRead')}
                    checked={values.noticeOn !== ''}
                    onChange={(event) => set('noticeOn', event.currentTarget.checked ? today : '')}
                  />
                  <TextField
                    path="privacyNoticeReadOn"
                    label={t('people.noticeOn')}
                    type="date"
                    max={today}
                    required
                    value={values.noticeOn}
                    onChange={(text) => set('noticeOn', text)}
                  />
                </>
              ) : null}
              <SaveButton>{t('people.enrol')}</SaveButton>
            </EntryForm>
          </Sheet>
        }
        todo={
          <Stack gap={16}>
            {tracked && allowed(identity, 'ReadBeneficiaries') ? (
              <SimilarPeople givenName={values.givenName} familyName={values.familyName} birthYear={values.birthYear} />
            ) : null}
            <Sheet title={t('people.notice')}>
              <p>{t('people.noticeText')}</p>
            </Sheet>
          </Stack>
        }
      />
    </Stack>
  );
}
