import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { UndoRow } from '../../ui/after-save.js';
import { useEnvironment } from '../../ui/environment.js';
import { EntryForm, FieldRow, FormField, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Sheet } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';

const SET = graphql(`
  mutation SetTariff($input: SetTariffInput!) {
    setTariff(input: $input) {
      id
    }
  }
`);

/** A new price from a day on; the one that held until then ends on that day. */
export function TariffForm() {
  const t = useWords();
  const format = useFormat();
  const { now } = useEnvironment();
  const entry = useEntry({
    type: 'COMPUTER',
    grade: 'B',
    euros: 70,
    marketEuros: 0,
    from: format.localDate(now()),
    endPrevious: true,
  });
  const set = useCommand(SET, { touches: [['read', 'Tariffs']] });
  const types = useChoices('EquipmentType');
  const grades = useChoices('Grade');
  useUnsavedGuard(entry.touched);
  const [saved, setSaved] = useState(false);
  const { values } = entry;
  const save = async () => {
    const { type, grade, from, endPrevious } = values;
    const input = {
      type,
      grade,
      from,
      endPrevious,
      cents: Math.round(values.euros * 100),
      marketCents: values.marketEuros > 0 ? Math.round(values.marketEuros * 100) : null,
    };
    if (!(await set.send({ input: input as never }, entry.idempotencyKey))) return;
    setSaved(true);
    entry.renew(values);
  };
  return (
    <Sheet title={t('tariff.save')}>
      {saved ? <UndoRow onDone={() => setSaved(false)}>{t('tariff.saved')}</UndoRow> : null}
      <EntryForm label={t('tariff.save')} refusals={set.refusals} sending={set.sending} onSend={() => void save()}>
        <FieldRow>
          <FormField path="input.type" label={t('devices.type')}>
            {(control) => (
              <NativeSelect
                {...control}
                data={types}
                value={values.type}
                onChange={(event) => entry.set('type', event.currentTarget.value)}
              />
            )}
          </FormField>
          <FormField path="input.grade" label={t('devices.grade')}>
            {(control) => (
              <NativeSelect
                {...control}
                data={grades}
                value={values.grade}
                onChange={(event) => entry.set('grade', event.currentTarget.value)}
              />
            )}
          </FormField>
        </FieldRow>
        <FormField path="input.cents" label={t('tariff.euros')} required>
          {(control) => (
            <NumberInput
              {...control}
              decimalScale={2}
              value={values.euros}
              onChange={(value) => entry.set('euros', Number(value))}
            />
          )}
        </FormField>
        <FormField path="input.marketCents" label={t('tariff.marketEuros')}>
          {(control) => (
            <NumberInput
              {...control}
              decimalScale={2}
              value={values.marketEuros}
              onChange={(value) => entry.set('marketEuros', Number(value))}
            />
          )}
        </FormField>
        <FormField path="input.from" label={t('tariff.from')} required>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={values.from}
              onChange={(event) => entry.set('from', event.currentTarget.value)}
            />
          )}
        </FormField>
        <Checkbox
          label={t('tariff.endPrevious')}
          checked={values.endPrevious}
          onChange={(event) => entry.set('endPrevious', event.currentTarget.checked)}
        />
        <SaveButton>{t('tariff.save')}</SaveButton>
      </EntryForm>
    </Sheet>
  );
}
