import { NativeSelect, TextInput } from '@mantine/core';
import type { QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { allowed } from '../../app/claims.js';
import { graphql } from '../../app/query.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useChoices, useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { UndoRow } from '../../ui/after-save.js';
import { EntryForm, FieldRow, FormField, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { KeysField } from '../../ui/keys-field.js';
import { Facts, Sheet, Stack } from '../../ui/layout.js';
import { Unfold } from '../../ui/unfold.js';
import { useEntry } from '../../ui/use-entry.js';
import { NO_SPECS, SpecsFields, specsOf } from '../device-specs.js';

const GRADE = graphql(`
  mutation GradeDevice($input: GradeDeviceInput!) {
    gradeDevice(input: $input) {
      id
    }
  }
`);

interface Graded {
  readonly id: string;
  readonly type: string;
  readonly grade: string | null;
  readonly technicalNote: number;
  readonly lookNote: number;
  readonly gradeRule: string | null;
  readonly version: number;
  readonly gradeLines: readonly { readonly factor: string; readonly value: string; readonly points: number }[];
  readonly price: { readonly cents: number } | null;
}
const NOTES = ['-2', '-1', '0', '1', '2'].map((value) => ({ value, label: value.replace('-', '−') }));

/** The grade with the lines that make it, and a way to give it: by the rule from measures, or by hand with a reason. */
export function GradeSheet({ device, touches }: { readonly device: Graded; readonly touches: readonly QueryKey[] }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const handles = allowed(useIdentity(), 'HandleDevices');
  const grades = useChoices('Grade');
  // The rule is for computers; another kind starts where the service would send it anyway.
  const fresh = {
    how: device.type === 'COMPUTER' ? 'RULE' : 'HAND',
    grade: 'B',
    reason: '',
    technicalNote: String(device.technicalNote),
    lookNote: String(device.lookNote),
    ...NO_SPECS,
  };
  const entry = useEntry(fresh);
  useUnsavedGuard(entry.touched);
  const grade = useCommand(GRADE, { touches });
  const [saved, setSaved] = useState(false);
  const { values } = entry;
  const save = async () => {
    const how =
      values.how === 'HAND'
        ? { grade: values.grade as 'B', reason: values.reason.trim() || null }
        : {
            specs: specsOf(values),
            technicalNote: Number(values.technicalNote),
            lookNote: Number(values.lookNote),
          };
    const input = { id: device.id, expectedVersion: device.version, ...how };
    if (!(await grade.send({ input }, entry.idempotencyKey))) return;
    setSaved(true);
    entry.renew(fresh);
  };
  const choice = (
    field: 'grade' | 'technicalNote' | 'lookNote',
    name: string,
    data: { value: string; label: string }[],
  ) => (
    <FormField path={`input.${field}`} label={name}>
      {(control) => (
        <NativeSelect
          {...control}
          data={data}
          value={values[field]}
          onChange={(event) => entry.set(field, event.currentTarget.value)}
        />
      )}
    </FormField>
  );
  const form = (
    <EntryForm
      label={t('devices.gradeSave')}
      refusals={grade.refusals}
      sending={grade.sending}
      onSend={() => void save()}
    >
      <KeysField
        label={t('devices.how')}
        options={[
          { value: 'RULE', label: t('devices.byRule') },
          { value: 'HAND', label: t('devices.byHand') },
        ]}
        value={values.how}
        onChange={(how) => entry.set('how', how)}
      />
      {values.how === 'HAND' ? (
        <>
          {choice('grade', t('devices.grade'), grades)}
          <FormField path="input.reason" label={t('devices.gradeReason')} required>
            {(control) => (
              <TextInput
                {...control}
                value={values.reason}
                onChange={(event) => entry.set('reason', event.currentTarget.value)}
              />
            )}
          </FormField>
        </>
      ) : (
        <>
          <SpecsFields entry={entry} type={device.type} />
          <FieldRow>
            {choice('technicalNote', t('devices.technicalNote'), NOTES)}
            {choice('lookNote', t('devices.lookNote'), NOTES)}
          </FieldRow>
        </>
      )}
      <SaveButton as="beside">{t('devices.gradeSave')}</SaveButton>
    </EntryForm>
  );
  return (
    <Sheet title={t('devices.gradeBy')}>
      <Stack gap={24}>
        <Facts
          facts={[
            [t('devices.grade'), device.grade ? label('Grade', device.grade) : t('devices.noGrade')],
            ...(device.gradeRule
              ? [
                  [
                    t('devices.gradedBy'),
                    device.gradeRule === 'BY_HAND' ? t('devices.handGrade') : device.gradeRule,
                  ] as const,
                ]
              : []),
            ...device.gradeLines.map(
              (line) => [`${label('GradeFactor', line.factor)} · ${line.value}`, format.number(line.points)] as const,
            ),
            [t('tariff.price'), device.price ? format.money(device.price.cents) : '–'],
          ]}
        />
        {saved ? <UndoRow onDone={() => setSaved(false)}>{t('devices.graded')}</UndoRow> : null}
        {handles ? device.grade ? <Unfold label={t('devices.gradeAgain')}>{form}</Unfold> : form : null}
      </Stack>
    </Sheet>
  );
}
