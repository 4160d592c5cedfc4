import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { UndoRow } from '../../ui/after-save.js';
import { useEnvironment } from '../../ui/environment.js';
import { ChoiceField, NumberField, TextField } from '../../ui/fields.js';
import { EntryForm, FieldRow, SaveButton } from '../../ui/form.js';
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
    euros: null as number | null,
    marketEuros: null as number | null,
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
      cents: centsOf(values.euros),
      marketCents: centsOf(values.marketEuros),
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
          <ChoiceField
            path="type"
            label={t('devices.type')}
            data={types}
            value={values.type}
            onChange={(type) => entry.set('type', type)}
          />
          <ChoiceField
            path="grade"
            label={t('devices.grade')}
            data={grades}
            value={values.grade}
            onChange={(grade) => entry.set('grade', grade)}
          />
        </FieldRow>
        <NumberField
          path="cents"
          label={t('tariff.euros')}
          required
          value={values.euros}
          onChange={(euros) => entry.set('euros', euros)}
        />
        <NumberField
          path="marketCents"
          label={t('tariff.marketEuros')}
          value={values.marketEuros}
          onChange={(euros) => entry.set('marketEuros', euros)}
        />
        <TextField
          path="from"
          label={t('tariff.from')}
          type="date"
          required
          value={values.from}
          onChange={(from) => entry.set('from', from)}
        />
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

/** Euros as typed, in cents; what is no amount travels as such and is refused beside its field. */
function centsOf(euros: number | null): number | null {
  return euros === null ? null : Math.round(euros * 100);
}
