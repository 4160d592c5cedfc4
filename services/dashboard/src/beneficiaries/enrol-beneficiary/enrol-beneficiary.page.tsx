import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useBranchName } from '../../app/branch-names.js';
import { allowed } from '../../app/claims.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { useRead } from '../../app/use-read.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { EntryForm, FieldRow, FormField, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { KeysField } from '../../ui/keys-field.js';
import { Notice, PageHead, Row, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { AppointmentCard } from '../../ui/paper.js';
import { useEntry } from '../../ui/use-entry.js';

const ENROL = graphql(`
  mutation EnrolBeneficiary($input: EnrolBeneficiaryInput!) {
    enrolBeneficiary(input: $input) {
      id
    }
  }
`);
const COMMUNES = graphql(`
  query Communes($text: String!) {
    communes(text: $text) {
      code
      name
    }
  }
`);
const SIMILAR = graphql(`
  query LikelyDuplicates($input: LikelyDuplicatesInput!) {
    likelyDuplicates(input: $input) {
      initials
      birthYear
      score
      branch {
        code
      }
    }
  }
`);
const ORGANISATIONS = graphql(`
  query Organisations {
    organisations(first: 100) {
      items {
        id
        name
      }
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
  noticeRead: false,
};

/** Enrols a person, tracked or for statistics only, with the notice to read out and whoever looks very alike beside it. */
export function Page() {
  const t = useWords();
  const format = useFormat();
  const { now } = useEnvironment();
  const { one } = useScope();
  const identity = useIdentity();
  const entry = useEntry(FRESH);
  useUnsavedGuard(entry.touched);
  const enrol = useCommand(ENROL);
  const [saved, setSaved] = useState<string | null>(null);
  const { values, set } = entry;
  const tracked = values.kind === 'TRACKED';
  const save = async () => {
    const input = {
      branch: one ?? null,
      kind: values.kind,
      birthYear: values.birthYear ? Number(values.birthYear) : null,
      gender: values.gender,
      socialStatus: values.socialStatus,
      communeCode: values.communeCode || null,
      orientationSource: values.orientationSource,
      organisationId: values.organisationId || null,
      ...(tracked
        ? {
            givenName: values.givenName || null,
            familyName: values.familyName || null,
            phone: values.phone || null,
            email: values.email || null,
            noPhone: values.noContact,
            noEmail: values.noContact,
            privacyNoticeReadOn: values.noticeRead ? format.localDate(now()) : null,
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
      {saved ? <Saved id={saved} reads={allowed(identity, 'ReadBeneficiaries')} /> : null}
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
                    <Text
                      path="givenName"
                      label={t('people.givenName')}
                      value={values.givenName}
                      onChange={(text) => set('givenName', text)}
                    />
                    <Text
                      path="familyName"
                      label={t('people.familyName')}
                      value={values.familyName}
                      onChange={(text) => set('familyName', text)}
                    />
                  </FieldRow>
                  <FieldRow>
                    <Text
                      path="phone"
                      label={t('people.phone')}
                      value={values.phone}
                      onChange={(text) => set('phone', text)}
                    />
                    <Text
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
                <Text
                  path="birthYear"
                  label={t('people.year')}
                  value={values.birthYear}
                  onChange={(text) => set('birthYear', text)}
                />
                <CommuneField
                  text={values.communeText}
                  code={values.communeCode}
                  onText={(text) => set('communeText', text)}
                  onCode={(code) => set('communeCode', code)}
                />
              </FieldRow>
              <FieldRow>
                <Choice
                  path="gender"
                  label={t('people.gender')}
                  data={useChoices('Gender')}
                  value={values.gender}
                  onChange={(value) => set('gender', value)}
                />
                <Choice
                  path="socialStatus"
                  label={t('people.status')}
                  data={useChoices('SocialStatus')}
                  value={values.socialStatus}
                  onChange={(value) => set('socialStatus', value)}
                />
              </FieldRow>
              <FieldRow>
                <Choice
                  path="orientationSource"
                  label={t('people.source')}
                  data={useChoices('OrientationSource')}
                  value={values.orientationSource}
                  onChange={(value) => set('orientationSource', value)}
                />
                <OrganisationField value={values.organisationId} onChange={(value) => set('organisationId', value)} />
              </FieldRow>
              {tracked ? (
                <FormField path="input.privacyNoticeReadOn" label={t('people.noticeRead')}>
                  {({ id, label, error }) => (
                    <Checkbox
                      id={id}
                      label={label}
                      error={error}
                      checked={values.noticeRead}
                      onChange={(event) => set('noticeRead', event.currentTarget.checked)}
                    />
                  )}
                </FormField>
              ) : null}
              <SaveButton>{t('people.enrol')}</SaveButton>
            </EntryForm>
          </Sheet>
        }
        todo={
          <Stack gap={16}>
            {tracked && allowed(identity, 'ReadBeneficiaries') ? (
              <Similar givenName={values.givenName} familyName={values.familyName} birthYear={values.birthYear} />
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

interface FieldProps {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Text({ path, label, value, onChange }: FieldProps) {
  return (
    <FormField path={`input.${path}`} label={label}>
      {(control) => (
        <TextInput
          {...control}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          autoComplete="off"
        />
      )}
    </FormField>
  );
}

function Choice({
  path,
  label,
  value,
  onChange,
  data,
}: FieldProps & { readonly data: readonly { value: string; label: string }[] }) {
  return (
    <FormField path={`input.${path}`} label={label}>
      {(control) => (
        <NativeSelect
          {...control}
          data={[...data]}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FormField>
  );
}

function OrganisationField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const t = useWords();
  const read = useRead(ORGANISATIONS, {});
  const data = [
    { value: '', label: '–' },
    ...(read.data?.organisations?.items ?? []).map(({ id, name }) => ({ value: id, label: name ?? id })),
  ];
  return (
    <Choice path="organisationId" label={t('people.organisation')} data={data} value={value} onChange={onChange} />
  );
}

function CommuneField(props: {
  readonly text: string;
  readonly code: string;
  readonly onText: (text: string) => void;
  readonly onCode: (code: string) => void;
}) {
  const t = useWords();
  const read = useRead(COMMUNES, { text: props.text }, { enabled: props.text.length >= 2 });
  return (
    <div>
      <Text path="communeCode" label={t('people.communeSearch')} value={props.text} onChange={props.onText} />
      {props.text.length >= 2
        ? (read.data?.communes ?? []).slice(0, 5).map((commune) => (
            <Button
              key={commune.code}
              size="compact-md"
              variant={commune.code === props.code ? 'light' : 'subtle'}
              aria-pressed={commune.code === props.code}
              onClick={() => props.onCode(commune.code)}
            >
              {commune.name} ({commune.code})
            </Button>
          ))
        : null}
    </div>
  );
}

function Similar(props: { readonly givenName: string; readonly familyName: string; readonly birthYear: string }) {
  const t = useWords();
  const names = useBranchName();
  const year = /^\d{4}$/.test(props.birthYear) ? Number(props.birthYear) : null;
  const enough = props.givenName.trim().length >= 2 && props.familyName.trim().length >= 2;
  const read = useRead(
    SIMILAR,
    { input: { givenName: props.givenName, familyName: props.familyName, birthYear: year } as never },
    { enabled: enough },
  );
  const found = enough ? (read.data?.likelyDuplicates ?? []) : [];
  if (found.length === 0) return null;
  return (
    <Notice tone="care" title={t('people.similar')}>
      {found.map((person) => (
        <p key={`${person.initials} ${person.branch?.code} ${person.score}`}>
          {t('people.similarElsewhere', {
            initials: person.initials,
            year: person.birthYear ?? '?',
            city: names.of(person.branch?.code ?? ''),
          })}
        </p>
      ))}
    </Notice>
  );
}

function Saved({ id, reads }: { readonly id: string; readonly reads: boolean }) {
  const t = useWords();
  const format = useFormat();
  const { now } = useEnvironment();
  const { one } = useScope();
  const names = useBranchName();
  return (
    <Notice tone="good" title={t('people.saved')}>
      <Row>
        {reads ? <PageLink href={`/people/${id}`}>{t('people.open')}</PageLink> : null}
        <Button variant="default" onClick={() => window.print()}>
          {t('people.card')}
        </Button>
      </Row>
      <AppointmentCard title={t('people.cardTitle')} when={format.day(now())} place={names.of(one ?? '')} lines={[]} />
    </Notice>
  );
}
