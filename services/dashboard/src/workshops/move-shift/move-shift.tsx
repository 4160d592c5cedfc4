import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { EntryForm, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { instantOf, localText } from '../../ui/local-time.js';
import { useEntry } from '../../ui/use-entry.js';
import { OF_SHIFTS, type ShiftShown } from '../list-shifts/shift-query.js';
import { ShiftTimes } from '../shift-times.js';

const MOVE = graphql(`
  mutation MoveShift($input: MoveShiftInput!) {
    moveShift(input: $input) {
      id
    }
  }
`);

/** Another time for a shift, with everybody on it; `to` is the hour that somebody was led here with, by the clocks of the branch. */
export function MoveShift(props: {
  readonly shift: ShiftShown;
  readonly to: string | undefined;
  readonly onMoved: () => void;
}) {
  const { shift, to } = props;
  const t = useWords();
  const { zone } = useFormat();
  const move = useCommand(MOVE, { touches: OF_SHIFTS });
  const length = Date.parse(shift.endsAt) - Date.parse(shift.startsAt);
  const led = instantOf(to ?? '', zone);
  const from = led ?? shift.startsAt;
  const until = new Date(Date.parse(from) + length).toISOString();
  const entry = useEntry({ startsAt: localText(from, zone), endsAt: localText(until, zone) });
  const { values, set } = entry;
  const save = async () => {
    const input = {
      shiftId: shift.id,
      // Left empty they are sent as such, and refused beside their fields.
      startsAt: instantOf(values.startsAt, zone) as string,
      endsAt: instantOf(values.endsAt, zone) as string,
    };
    if (await move.send({ input }, entry.idempotencyKey)) props.onMoved();
  };
  return (
    <EntryForm label={t('shifts.move')} refusals={move.refusals} sending={move.sending} onSend={() => void save()}>
      <ShiftTimes startsAt={values.startsAt} endsAt={values.endsAt} onChange={set} />
      <SaveButton>{t('shifts.moveNow')}</SaveButton>
    </EntryForm>
  );
}
