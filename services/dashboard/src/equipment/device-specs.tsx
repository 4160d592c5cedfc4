import { NativeSelect, TextInput } from '@mantine/core';
import { useChoices } from '../i18n/vocabulary.js';
import { useWords } from '../i18n/words.js';
import { FieldRow, FormField } from '../ui/form.js';
import type { Entry } from '../ui/use-entry.js';

/** What is typed of a device; '' = not stated. */
export const NO_SPECS = {
  ramGb: '',
  storageGb: '',
  storageKind: '',
  cpuMark: '',
  os: '',
  batteryPercent: '',
  serial: '',
  imei: '',
  notes: '',
};
export type SpecsTyped = typeof NO_SPECS;

/** As the service takes it: what was left empty is left out, so that it never wipes what is already known. */
export function specsOf(typed: SpecsTyped) {
  const text = (value: string) => value.trim() || undefined;
  const number = (value: string) => (value === '' ? undefined : Number(value));
  return {
    serial: text(typed.serial),
    imei: text(typed.imei),
    ramGb: number(typed.ramGb),
    storageGb: number(typed.storageGb),
    storageKind: (typed.storageKind || undefined) as 'SSD' | undefined,
    cpuMark: number(typed.cpuMark),
    os: text(typed.os),
    batteryPercent: number(typed.batteryPercent),
    notes: text(typed.notes),
  };
}

/** The measures of a device: all optional, the service says which one the rule still needs. */
export function SpecsFields<T extends SpecsTyped>({
  entry,
  type,
}: {
  readonly entry: Entry<T>;
  readonly type: string;
}) {
  const t = useWords();
  const kinds = useChoices('StorageKind');
  const values: SpecsTyped = entry.values;
  const write = (field: keyof SpecsTyped, value: string) => entry.set(field, value as T[keyof SpecsTyped]);
  const line = (field: keyof SpecsTyped, label: string, whole = false) => (
    <FormField path={`input.specs.${field}`} label={label}>
      {(control) => (
        <TextInput
          {...control}
          inputMode={whole ? 'numeric' : 'text'}
          autoComplete="off"
          value={values[field]}
          onChange={({ currentTarget: { value } }) => write(field, whole ? value.replace(/\D/g, '') : value)}
        />
      )}
    </FormField>
  );
  return (
    <>
      <FieldRow>
        {line('ramGb', t('devices.ram'), true)}
        {line('storageGb', t('devices.storage'), true)}
      </FieldRow>
      {type === 'COMPUTER' ? (
        <FieldRow>
          <FormField path="input.specs.storageKind" label={t('devices.storageKind')}>
            {(control) => (
              <NativeSelect
                {...control}
                data={[{ value: '', label: t('devices.notStated') }, ...kinds]}
                value={values.storageKind}
                onChange={(event) => write('storageKind', event.currentTarget.value)}
              />
            )}
          </FormField>
          {line('cpuMark', t('devices.cpu'), true)}
        </FieldRow>
      ) : (
        line('imei', t('devices.imei'), true)
      )}
      <FieldRow>
        {line('os', t('devices.os'))}
        {line('batteryPercent', t('devices.battery'), true)}
      </FieldRow>
      {line('serial', t('devices.serial'))}
      {line('notes', t('devices.notes'))}
    </>
  );
}
