import { Checkbox, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Block } from '../../app/block.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { SeriesLanguage } from '../../i18n/series-language.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField, NumberField, TextField } from '../../ui/fields.js';
import { EntryForm, FieldRow, FormField, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { useEntry } from '../../ui/use-entry.js';
import { SESSIONS } from '../list-sessions/sessions-table.js';
import { SERIES_DATES, SeriesDates } from './series-dates.js';

const CHOICES = graphql(`
  query SeriesChoices($branch: String) {
    workshops(branch: $branch, first: 100) {
      items {
        id
        title
        minutes
      }
    }
    places(branch: $branch, first: 100) {
      items {
        id
        name
      }
    }
  }
`);
const SCHEDULE = graphql(`
  mutation ScheduleSeries($input: ScheduleSeriesInput!) {
    scheduleSeries(input: $input) {
      id
    }
  }
`);
/** A Monday and the six days after it, to name the days of the week by. */
const WEEK = Array.from({ length: 7 }, (_, n) => `2024-01-0${n + 1}T12:00:00Z`);
const USUAL_WEEKDAYS = ['2', '4'];

interface Choices {
  readonly workshops: readonly { readonly id: string; readonly title: string; readonly minutes: number }[];
  readonly places: readonly { readonly id: string; readonly name: string | null }[];
}

/** Plans the sessions of a course together: a pattern, the dates it gives, and those left out. */
export function Page() {
  return (
    <SeriesLanguage>
      <NewSeries />
    </SeriesLanguage>
  );
}

function NewSeries() {
  const t = useWords();
  const { one } = useScope();
  const choices = useRead(CHOICES, { branch: one ?? null });
  const newWorkshop = <PageLink href="/workshops/new">{t('session.newWorkshop')}</PageLink>;
  return (
    <Stack gap={24}>
      <PageHead title={t('page.newSeries')} context={t('series.context')} aside={newWorkshop} />
      <Sheet>
        <Block read={choices} at="workshops" doing={t('session.doing')}>
          {({ workshops, places }) =>
            (workshops?.items.length ?? 0) === 0 ? (
              <Empty reason="nothing-yet" action={newWorkshop}>
                {t('session.noWorkshop')}
              </Empty>
            ) : (
              <SeriesForm workshops={workshops?.items ?? []} places={places?.items ?? []} />
            )
          }
        </Block>
      </Sheet>
    </Stack>
  );
}

function SeriesForm({ workshops, places }: Choices) {
  const t = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const { one } = useScope();
  const entry = useEntry({
    workshopId: workshops[0]?.id ?? '',
    placeId: places[0]?.id ?? '',
    room: '',
    equipmentSet: '',
    seats: 8,
    firstDay: '',
    weekdays: USUAL_WEEKDAYS,
    weeks: 3,
    startsAt: '09:30',
    minutes: workshops[0]?.minutes ?? 120,
    withoutDays: [] as string[],
  });
  useUnsavedGuard(entry.touched);
  const { values, set, change } = entry;
  const schedule = useCommand(SCHEDULE, { touches: [keyOf(SESSIONS)] });
  const { firstDay, weeks, startsAt, minutes } = values;
  const pattern = { firstDay, weekdays: values.weekdays.map(Number), weeks, startsAt, minutes };
  const ready = firstDay !== '' && startsAt !== '' && pattern.weekdays.length > 0 && weeks > 0 && minutes > 0;
  const found = useRead(SERIES_DATES, { input: { branch: one ?? null, pattern } }, { enabled: ready });
  const dates = (ready ? found.data?.seriesDates : undefined) ?? [];
  const kept = dates.filter(({ day, holiday }) => holiday === null && !values.withoutDays.includes(day));
  const save = async () => {
    const { workshopId, placeId, seats, withoutDays } = values;
    const where = { placeId, room: values.room || null, equipmentSet: values.equipmentSet || null };
    const answer = await schedule.send(
      { input: { workshopId, ...where, seats, pattern, withoutDays } },
      entry.idempotencyKey,
    );
    if (!answer?.scheduleSeries) return;
    entry.renew();
    void navigate({ to: `/series/${answer.scheduleSeries.id}` as string, ignoreBlocker: true });
  };
  return (
    <EntryForm
      label={t('page.newSeries')}
      refusals={schedule.refusals}
      sending={schedule.sending}
      onSend={() => void save()}
    >
      <ChoiceField
        path="workshopId"
        label={t('session.workshop')}
        required
        data={workshops.map(({ id, title }) => ({ value: id, label: title }))}
        value={values.workshopId}
        onChange={(workshopId) =>
          change({ workshopId, minutes: workshops.find(({ id }) => id === workshopId)?.minutes ?? minutes })
        }
      />
      <FieldRow>
        <ChoiceField
          path="placeId"
          label={t('session.place')}
          required
          data={places.map(({ id, name }) => ({ value: id, label: name ?? id }))}
          value={values.placeId}
          onChange={(placeId) => set('placeId', placeId)}
        />
        <TextField path="room" label={t('session.room')} value={values.room} onChange={(room) => set('room', room)} />
        <TextField
          path="equipmentSet"
          label={t('series.equipment')}
          value={values.equipmentSet}
          onChange={(equipmentSet) => set('equipmentSet', equipmentSet)}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          path="pattern.firstDay"
          label={t('series.firstDay')}
          type="date"
          required
          value={firstDay}
          onChange={(day) => set('firstDay', day)}
        />
        <TextField
          path="pattern.startsAt"
          label={t('series.time')}
          type="time"
          required
          value={startsAt}
          onChange={(time) => set('startsAt', time)}
        />
        <NumberField
          path="pattern.minutes"
          label={t('series.minutes')}
          required
          value={minutes}
          onChange={(length) => set('minutes', length ?? 0)}
        />
        <NumberField
          path="pattern.weeks"
          label={t('series.weeks')}
          required
          value={weeks}
          onChange={(count) => set('weeks', count ?? 0)}
        />
        <NumberField
          path="seats"
          label={t('session.seats')}
          required
          value={values.seats}
          onChange={(seats) => set('seats', seats ?? 0)}
        />
      </FieldRow>
      <FormField path="input.pattern.weekdays" label={t('series.weekdays')} required>
        {({ id, label, error }) => (
          <Checkbox.Group
            id={id}
            label={label}
            error={error}
            value={values.weekdays}
            onChange={(weekdays) => set('weekdays', weekdays)}
          >
            <Group gap="sm">
              {WEEK.map((day, n) => (
                <Checkbox
                  key={day}
                  value={String(n + 1)}
                  label={format.day(day, 'weekday').split(' ')[0]?.replace(',', '')}
                />
              ))}
            </Group>
          </Checkbox.Group>
        )}
      </FormField>
      {dates.length > 0 ? (
        <SeriesDates dates={dates} without={values.withoutDays} onChange={(days) => set('withoutDays', days)} />
      ) : (
        <p className="soft">{t('series.noDates')}</p>
      )}
      <p role="status">{t('series.count', { count: kept.length })}</p>
      <SaveButton as="main">{t('series.save', { count: kept.length })}</SaveButton>
    </EntryForm>
  );
}
