import { useNavigate } from '@tanstack/react-router';
import { Block } from '../../app/block.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { useSearch } from '../../app/use-search.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { ChoiceField, NumberField, TextField } from '../../ui/fields.js';
import { EntryForm, FieldRow, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Notice, PageHead, Sheet, Stack } from '../../ui/layout.js';
import { instantOf } from '../../ui/local-time.js';
import { Empty } from '../../ui/states.js';
import { useEntry } from '../../ui/use-entry.js';
import { SESSIONS } from '../list-sessions/sessions-table.js';

const CHOICES = graphql(`
  query SessionChoices($branch: String) {
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
  mutation ScheduleSession($input: ScheduleSessionInput!) {
    scheduleSession(input: $input) {
      id
    }
  }
`);
const RECORD = graphql(`
  mutation RecordSession($input: RecordSessionInput!) {
    recordSession(input: $input) {
      id
    }
  }
`);

/** Plans a session, or records one that has taken place. */
export function Page() {
  const t = useWords();
  const { one } = useScope();
  const choices = useRead(CHOICES, { branch: one ?? null });
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.newSession')}
        aside={<PageLink href="/workshops/new">{t('session.newWorkshop')}</PageLink>}
      />
      <Sheet>
        <Block read={choices} at="workshops" doing={t('session.doing')}>
          {({ workshops, places }) =>
            (workshops?.items.length ?? 0) === 0 ? (
              <Empty
                reason="nothing-yet"
                action={<PageLink href="/workshops/new">{t('session.newWorkshop')}</PageLink>}
              >
                {t('session.noWorkshop')}
              </Empty>
            ) : (
              <SessionForm workshops={workshops?.items ?? []} places={places?.items ?? []} />
            )
          }
        </Block>
      </Sheet>
    </Stack>
  );
}

function SessionForm(props: {
  readonly workshops: readonly { readonly id: string; readonly title: string; readonly minutes: number }[];
  readonly places: readonly { readonly id: string; readonly name: string | null }[];
}) {
  const t = useWords();
  const navigate = useNavigate();
  const { now } = useEnvironment();
  const format = useFormat();
  const [search] = useSearch();
  const entry = useEntry({
    workshopId: props.workshops.find(({ id }) => id === search['workshop'])?.id ?? props.workshops[0]?.id ?? '',
    placeId: props.places[0]?.id ?? '',
    room: '',
    // The hour chosen on the week's grid, by the clock of the branch.
    startsAt: instantOf(search['at'] ?? '', format.zone) === null ? '' : (search['at'] ?? ''),
    seats: 8,
  });
  useUnsavedGuard(entry.touched);
  const schedule = useCommand(SCHEDULE, { touches: [keyOf(SESSIONS)] });
  const record = useCommand(RECORD, { touches: [keyOf(SESSIONS)] });
  const { values } = entry;
  const start = instantOf(values.startsAt, format.zone);
  const minutes = props.workshops.find((workshop) => workshop.id === values.workshopId)?.minutes ?? 120;
  const end = start && new Date(Date.parse(start) + minutes * 60_000).toISOString();
  const past = end !== null && new Date(end) <= now();
  const save = async () => {
    const input = {
      workshopId: values.workshopId,
      placeId: values.placeId,
      room: values.room || null,
      seats: values.seats,
      // Left empty it is sent as such, and refused beside its field.
      startsAt: start as string,
      endsAt: end as string,
    };
    const answer = past
      ? (await record.send({ input }, entry.idempotencyKey))?.recordSession
      : (await schedule.send({ input }, entry.idempotencyKey))?.scheduleSession;
    if (!answer) return;
    entry.renew();
    // What was typed is saved: nothing to ask about before leaving.
    void navigate({ to: `/sessions/${answer.id}` as string, ignoreBlocker: true });
  };
  return (
    <EntryForm
      label={t('page.newSession')}
      refusals={past ? record.refusals : schedule.refusals}
      sending={schedule.sending || record.sending}
      onSend={() => void save()}
    >
      <ChoiceField
        path="workshopId"
        label={t('session.workshop')}
        required
        data={props.workshops.map(({ id, title }) => ({ value: id, label: title }))}
        value={values.workshopId}
        onChange={(id) => entry.set('workshopId', id)}
      />
      <FieldRow>
        <ChoiceField
          path="placeId"
          label={t('session.place')}
          required
          data={props.places.map(({ id, name }) => ({ value: id, label: name ?? id }))}
          value={values.placeId}
          onChange={(id) => entry.set('placeId', id)}
        />
        <TextField
          path="room"
          label={t('session.room')}
          value={values.room}
          onChange={(room) => entry.set('room', room)}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          path="startsAt"
          label={t('session.startsAt')}
          type="datetime-local"
          required
          description={end ? t('session.until', { time: format.time(end), minutes }) : t('session.lasts', { minutes })}
          value={values.startsAt}
          onChange={(startsAt) => entry.set('startsAt', startsAt)}
        />
        <NumberField
          path="seats"
          label={t('session.seats')}
          required
          value={values.seats}
          onChange={(seats) => entry.set('seats', seats ?? 0)}
        />
      </FieldRow>
      {past ? <Notice tone="care">{t('session.afterTheFact')}</Notice> : null}
      <SaveButton as="main">{t(past ? 'session.record' : 'session.save')}</SaveButton>
    </EntryForm>
  );
}
