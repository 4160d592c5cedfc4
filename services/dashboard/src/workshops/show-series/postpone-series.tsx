import { Checkbox } from '@mantine/core';
import { useCommand } from '../../app/use-command.js';
import { keyOf } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField, NumberField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useFormat } from '../../ui/format.js';
import { useEntry } from '../../ui/use-entry.js';
import { SESSION } from '../show-session/session-query.js';
import { POSTPONE, SERIES, type SeriesShown } from './series-query.js';

/** Moves one session to come, or it and the rest, by whole days. */
export function PostponeSeries(props: {
  readonly series: SeriesShown;
  readonly toCome: SeriesShown['sessions'];
  readonly onClose: () => void;
}) {
  const t = useWords();
  const format = useFormat();
  const postpone = useCommand(POSTPONE, { touches: [keyOf(SERIES), keyOf(SESSION)] });
  const { values, set, idempotencyKey } = useEntry({
    fromSessionId: props.toCome[0]?.id ?? '',
    days: 7,
    andLater: true,
  });
  const send = async () => {
    const input = { seriesId: props.series.id, ...values };
    if (await postpone.send({ input }, idempotencyKey)) props.onClose();
  };
  return (
    <FormDialog
      title={t('series.postponeTitle')}
      save={t('series.postponeSave')}
      refusals={postpone.refusals}
      sending={postpone.sending}
      onSend={() => void send()}
      onClose={props.onClose}
    >
      <ChoiceField
        path="fromSessionId"
        label={t('series.from')}
        data={props.toCome.map(({ id, startsAt }) => ({
          value: id,
          label: `${format.day(startsAt, 'weekday')}, ${format.time(startsAt)}`,
        }))}
        value={values.fromSessionId}
        onChange={(id) => set('fromSessionId', id)}
      />
      <NumberField
        path="days"
        label={t('series.days')}
        required
        value={values.days}
        onChange={(days) => set('days', days ?? 0)}
      />
      <Checkbox
        label={t('series.andLater')}
        checked={values.andLater}
        onChange={(event) => set('andLater', event.currentTarget.checked)}
      />
    </FormDialog>
  );
}
