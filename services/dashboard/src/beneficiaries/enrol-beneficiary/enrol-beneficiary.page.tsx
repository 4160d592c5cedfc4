import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { allowed } from '../../app/claims.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useChoices, useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { EntryForm, FieldRow, FormPart, SaveButton } from '../../ui/form.js';
import { KeysField } from '../../ui/keys-field.js';
import { Notice, PageHead, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';
import { useToday } from '../../ui/use-today.js';
import { ContactFields, contactOf } from '../contact-fields.js';
import { OrganisationField } from '../organisation-field.js';
import { SituationFields, situationOf } from '../situation-fields.js';
import { useRecordsAway } from '../use-records-away.js';
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
  contactPreference: 'NONE',
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
  const label = useLabel();
  const { one } = useScope();
  const identity = useIdentity();
  const entry = useEntry(FRESH);
  useUnsavedGuard(entry.touched);
  const enrol = useCommand(ENROL, { touches: [['read', 'RecentPeople']] });
  const away = useRecordsAway();
  const [saved, setSaved] = useState<{ readonly id: string; readonly tracked: boolean } | null>(null);
  const { values, set } = entry;
  const today = useToday();
  const tracked = values.kind === 'TRACKED';
  const reads = allowed(identity, 'ReadBeneficiaries');
  const save = async () => {
    const input = {
      branch: one ?? null,
      kind: values.kind,
      birthYear: values.birthYear ? Number(values.birthYear) : null,
      ...situationOf(values),
      orientationSource: values.orientationSource,
      organisationId: values.organisationId || null,
      firstNeed: values.firstNeed || null,
      ...(tracked ? { ...contactOf(values), privacyNoticeReadOn: values.noticeOn || null } : {}),
    };
    const answer = await enrol.send({ input: input as never }, entry.idempotencyKey);
    if (!answer?.enrolBeneficiary) return;
    setSaved({ id: answer.enrolBeneficiary.id, tracked });
    entry.renew(FRESH);
    window.scrollTo({ top: 0 });
  };
  return (
    <Stack gap={24}>
      <PageHead title={t('page.enrol')} />
      {saved ? <Enrolled key={saved.id} {...saved} reads={reads} /> : null}
      <TwoBanks
        is={
          <Sheet>
            <EntryForm
              label={t('page.enrol')}
              refusals={enrol.refusals}
              sending={enrol.sending}
              off={away ? <RecordsAway /> : undefined}
              onSend={() => void save()}
            >
              <KeysField
                label={t('people.kind')}
                options={useChoices('BeneficiaryKind')}
                value={values.kind as 'TRACKED'}
                onChange={(kind) => set('kind', kind)}
              />
              <FormPart title={t('people.part.who')}>
                {tracked ? <ContactFields values={values} onChange={entry.change} /> : null}
                <TextField
                  path="birthYear"
                  label={t('people.year')}
                  value={values.birthYear}
                  onChange={(text) => set('birthYear', text.replace(/\D/g, '').slice(0, 4))}
                />
              </FormPart>
              <FormPart title={t('people.part.situation')}>
                <SituationFields values={values} onChange={entry.change} />
              </FormPart>
              <FormPart title={t('people.part.next')}>
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
              </FormPart>
              {tracked ? (
                <FormPart title={t('people.notice')}>
                  <Notice>{t('people.noticeText')}</Notice>
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
                </FormPart>
              ) : null}
              <SaveButton as="main">{t('people.enrol')}</SaveButton>
            </EntryForm>
          </Sheet>
        }
        todo={
          tracked && reads ? (
            <SimilarPeople givenName={values.givenName} familyName={values.familyName} birthYear={values.birthYear} />
          ) : null
        }
      />
    </Stack>
  );
}

/** Nobody can be enrolled now; somebody can still be helped, and their passage attached to them later. */
function RecordsAway() {
  const t = useWords();
  return (
    <Notice tone="care" title={t('people.away')}>
      <p>{t('people.awayWhat')}</p>
      <PageLink href="/drop-in">{t('people.awayDropIn')}</PageLink>
    </Notice>
  );
}
