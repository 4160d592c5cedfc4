import { useState } from 'react';
import { allowed } from '../../app/claims.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { UndoRow } from '../../ui/after-save.js';
import { useEnvironment } from '../../ui/environment.js';
import { NumberField, TextField } from '../../ui/fields.js';
import { EntryForm, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Sheet, Stack } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';
import { SET_RATE, type ValueRead } from './value-query.js';

/** At what an hour is valued, period by period; the national coordination sets it. */
export function Rates({ rates }: { readonly rates: ValueRead['helperRates'] }) {
  const t = useWords();
  const format = useFormat();
  const sets = allowed(useIdentity(), 'SetTariff');
  const day = (at: string) => format.day(`${at}T12:00:00Z`, 'short');
  return (
    <Stack gap={16}>
      <Sheet title={t('value.rates')}>
        {rates?.length ? (
          <ul className="plain">
            {rates.map(({ id, cents, from, until }) => (
              <li key={id}>
                <strong>{t('value.rate', { value: format.money(cents) })}</strong>{' '}
                {until === null
                  ? t('value.since', { from: day(from) })
                  : t('value.between', { from: day(from), until: day(until) })}
              </li>
            ))}
          </ul>
        ) : (
          <p className="soft">{t('value.noRate')}</p>
        )}
      </Sheet>
      {sets ? <SetRate /> : null}
    </Stack>
  );
}

function SetRate() {
  const t = useWords();
  const format = useFormat();
  const { now } = useEnvironment();
  const year = format.localDate(now()).slice(0, 4);
  const entry = useEntry({ euros: null as number | null, from: `${year}-01-01`, until: '' });
  const set = useCommand(SET_RATE, { touches: [['read', 'HelperValue']] });
  const [saved, setSaved] = useState(false);
  const { values } = entry;
  const save = async () => {
    const { euros, from, until } = values;
    const input = { cents: euros === null ? null : Math.round(euros * 100), from, until: until || null };
    // What is no amount, or no day, travels as such and is refused beside its field.
    if (!(await set.send({ input: input as never }, entry.idempotencyKey))) return;
    setSaved(true);
    entry.renew(values);
  };
  return (
    <Sheet title={t('value.setRate')}>
      {saved ? <UndoRow onDone={() => setSaved(false)}>{t('value.rateSaved')}</UndoRow> : null}
      <EntryForm label={t('value.setRate')} refusals={set.refusals} sending={set.sending} onSend={() => void save()}>
        <NumberField
          path="cents"
          label={t('value.euros')}
          required
          value={values.euros}
          onChange={(euros) => entry.set('euros', euros)}
        />
        <TextField
          path="from"
          label={t('value.rateFrom')}
          type="date"
          required
          value={values.from}
          onChange={(from) => entry.set('from', from)}
        />
        <TextField
          path="until"
          label={t('value.rateUntil')}
          type="date"
          value={values.until}
          onChange={(until) => entry.set('until', until)}
        />
        <SaveButton>{t('value.setRate')}</SaveButton>
      </EntryForm>
    </Sheet>
  );
}
