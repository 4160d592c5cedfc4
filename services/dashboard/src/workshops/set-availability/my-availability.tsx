import { Button } from '@mantine/core';
import { Block } from '../../app/block.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { TextField } from '../../ui/fields.js';
import { EntryForm, FieldRow, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Row, Sheet, Stack } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';

const MINE = graphql(`
  query MyAvailability($branch: String) {
    myAvailability(branch: $branch) {
      id
      weekly { weekday from until }
      away { from until }
    }
  }
`);
const SET = graphql(`
  mutation SetAvailability($input: SetAvailabilityInput!) {
    setAvailability(input: $input) {
      id
    }
  }
`);
type Said = NonNullable<ResultOf<typeof MINE>['myAvailability']>;

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** A Monday, to name the days of the week by. */
const MONDAY = Date.UTC(2026, 0, 5, 12);
const NOT_AWAY = { from: '', until: '' };

/** When whoever reads may be asked to help: hours of the week, and days away. */
export function MyAvailability({ branch }: { readonly branch: string | null }) {
  const t = useWords();
  const read = useRead(MINE, { branch });
  return (
    <Sheet title={t('available.title')}>
      <Stack gap={16}>
        <p className="soft small">{t('available.help')}</p>
        <Block read={read} at="myAvailability" doing={t('shifts.doing')}>
          {({ myAvailability }) => (
            <Form key={myAvailability?.id ?? 'new'} branch={branch} said={myAvailability ?? null} />
          )}
        </Block>
      </Stack>
    </Sheet>
  );
}

function Form({ branch, said }: { readonly branch: string | null; readonly said: Said | null }) {
  const t = useWords();
  const format = useFormat();
  const set = useCommand(SET, { touches: [keyOf(MINE), ['read', 'ShiftCandidates']] });
  const hoursOf = (day: number) => said?.weekly.find(({ weekday }) => weekday === day) ?? NOT_AWAY;
  const entry = useEntry({
    hours: DAYS.map((day) => ({ from: hoursOf(day).from, until: hoursOf(day).until })),
    away: [...(said?.away ?? []).map(({ from, until }) => ({ from, until })), NOT_AWAY],
  });
  const { values } = entry;
  const nameOf = (day: number) =>
    format.day(new Date(MONDAY + (day - 1) * 86_400_000), 'weekday').split(/[\s,]/)[0] ?? '';
  const change = <R,>(rows: readonly R[], place: number, changed: Partial<R>): R[] =>
    rows.map((row, index) => (index === place ? { ...row, ...changed } : row));
  const save = async () => {
    const weekly = DAYS.flatMap((weekday, place) => {
      const { from, until } = values.hours[place] ?? NOT_AWAY;
      return from === '' && until === '' ? [] : [{ weekday, from, until }];
    });
    const away = values.away.filter(({ from, until }) => from !== '' || until !== '');
    if (await set.send({ input: { branch, weekly, away } }, entry.idempotencyKey)) entry.renew(values);
  };
  return (
    <EntryForm label={t('available.title')} refusals={set.refusals} sending={set.sending} onSend={() => void save()}>
      <Stack gap={8}>
        {DAYS.map((day, place) => (
          <FieldRow key={day}>
            <TextField
              path={`weekly.${place}.from`}
              label={t('available.from', { day: nameOf(day) })}
              type="time"
              value={values.hours[place]?.from ?? ''}
              onChange={(from) => entry.set('hours', change(values.hours, place, { from }))}
            />
            <TextField
              path={`weekly.${place}.until`}
              label={t('available.until', { day: nameOf(day) })}
              type="time"
              value={values.hours[place]?.until ?? ''}
              onChange={(until) => entry.set('hours', change(values.hours, place, { until }))}
            />
          </FieldRow>
        ))}
      </Stack>
      <h3>{t('available.away')}</h3>
      <Stack gap={8}>
        {values.away.map(({ from, until }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an absence is known by its place alone
          <FieldRow key={place}>
            <TextField
              path={`away.${place}.from`}
              label={t('available.awayFrom')}
              type="date"
              value={from}
              onChange={(day) => entry.set('away', change(values.away, place, { from: day }))}
            />
            <TextField
              path={`away.${place}.until`}
              label={t('available.awayUntil')}
              type="date"
              value={until}
              onChange={(day) => entry.set('away', change(values.away, place, { until: day }))}
            />
          </FieldRow>
        ))}
      </Stack>
      <Row gap={8}>
        <Button variant="subtle" onClick={() => entry.set('away', [...values.away, NOT_AWAY])}>
          {t('available.more')}
        </Button>
      </Row>
      <SaveButton>{t('available.save')}</SaveButton>
    </EntryForm>
  );
}
