import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { graphql } from '../../app/query.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { useChoices, useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { UndoRow } from '../../ui/after-save.js';
import { DataTable } from '../../ui/data-table.js';
import { useEnvironment } from '../../ui/environment.js';
import { EntryForm, FieldRow, FormField, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { useEntry } from '../../ui/use-entry.js';

const TARIFFS = graphql(`
  query Tariffs {
    tariffs(first: 100) {
      items {
        id
        type
        grade
        cents
        marketCents
        from
        until
      }
    }
  }
`);
const SET = graphql(`
  mutation SetTariff($input: SetTariffInput!) {
    setTariff(input: $input) {
      id
    }
  }
`);

/** The national tariff: what is in force, and a new price from a day on. */
export function Page() {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const read = useRead(TARIFFS, {});
  const sets = allowed(useIdentity(), 'SetTariff');
  const list = (
    <Sheet title={t('tariff.list')}>
      <Block read={read} at="tariffs" doing={t('tariff.doing')}>
        {({ tariffs }) => (
          <DataTable
            caption={t('tariff.list')}
            rows={tariffs?.items ?? []}
            rowKey={(tariff) => tariff.id}
            empty={<Empty reason="nothing-yet">{t('tariff.none')}</Empty>}
            columns={[
              {
                id: 'what',
                label: t('devices.type'),
                phone: 'title',
                cell: (tariff) => t('till.device', { type: label('EquipmentType', tariff.type), grade: tariff.grade }),
              },
              {
                id: 'price',
                label: t('tariff.price'),
                number: true,
                phone: 'main',
                cell: (tariff) => format.money(tariff.cents),
              },
              {
                id: 'market',
                label: t('tariff.market'),
                number: true,
                cell: (tariff) => (tariff.marketCents === null ? '–' : format.money(tariff.marketCents)),
              },
              {
                id: 'from',
                label: t('tariff.from'),
                cell: (tariff) => format.day(`${tariff.from}T12:00:00Z`, 'short'),
              },
              {
                id: 'until',
                label: t('tariff.until'),
                cell: (tariff) => (tariff.until ? format.day(`${tariff.until}T12:00:00Z`, 'short') : '–'),
              },
            ]}
          />
        )}
      </Block>
    </Sheet>
  );
  return (
    <Stack gap={24}>
      <PageHead title={t('page.tariff')} />
      {sets ? <TwoBanks is={list} todo={<TariffForm />} /> : list}
    </Stack>
  );
}

function TariffForm() {
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
  const set = useCommand(SET, { touches: [keyOf(TARIFFS)] });
  const types = useChoices('EquipmentType');
  const grades = useChoices('Grade');
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
        <SaveButton>{t('tariff.save')}</SaveButton>
      </EntryForm>
    </Sheet>
  );
}
