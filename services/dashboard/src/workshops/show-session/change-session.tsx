import { useCommand } from '../../app/use-command.js';
import { keyOf } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { NumberField, TextField } from '../../ui/fields.js';
import { EntryForm, FieldRow, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { instantOf, localText } from '../../ui/local-time.js';
import { useEntry } from '../../ui/use-entry.js';
import { CHANGE, SESSION, type SessionShown } from './session-query.js';

/** Moves a session to come, or changes its seats and room. */
export function ChangeSession({ session }: { readonly session: SessionShown }) {
  const t = useWords();
  const { zone } = useFormat();
  const { now } = useEnvironment();
  // Once it has begun, its day and hours are what they were; seats and room may still be mended.
  const begun = new Date(session.startsAt) <= now();
  const change = useCommand(CHANGE, { touches: [keyOf(SESSION)] });
  const { values, set, idempotencyKey } = useEntry({
    startsAt: localText(session.startsAt, zone),
    endsAt: localText(session.endsAt, zone),
    seats: session.seats,
    room: session.room ?? '',
  });
  const save = () =>
    change.send(
      {
        input: {
          sessionId: session.id,
          placeId: session.place?.id ?? '',
          room: values.room || null,
          seats: values.seats,
          // Left empty they are sent as such, and refused beside their fields.
          startsAt: instantOf(values.startsAt, zone) as string,
          endsAt: instantOf(values.endsAt, zone) as string,
          expectedVersion: session.version,
        },
      },
      idempotencyKey,
    );
  return (
    <EntryForm
      label={t('session.change')}
      refusals={change.refusals}
      sending={change.sending}
      onSend={() => void save()}
    >
      {begun ? null : (
        <>
          <TextField
            path="startsAt"
            label={t('session.startsAt')}
            type="datetime-local"
            required
            value={values.startsAt}
            onChange={(text) => set('startsAt', text)}
          />
          <TextField
            path="endsAt"
            label={t('session.endsAt')}
            type="datetime-local"
            required
            value={values.endsAt}
            onChange={(text) => set('endsAt', text)}
          />
        </>
      )}
      <FieldRow>
        <NumberField
          path="seats"
          label={t('session.seats')}
          required
          value={values.seats}
          onChange={(seats) => set('seats', seats ?? 0)}
        />
        <TextField path="room" label={t('session.room')} value={values.room} onChange={(text) => set('room', text)} />
      </FieldRow>
      <SaveButton as="beside">{t('session.changeSave')}</SaveButton>
    </EntryForm>
  );
}
