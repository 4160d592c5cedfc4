import { useNavigate } from '@tanstack/react-router';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { TextField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useEntry } from '../../ui/use-entry.js';
import { DUPLICATE, type SeriesShown } from './series-query.js';

/** Plans a series again from another day on, and leads to it. */
export function DuplicateSeries(props: { readonly series: SeriesShown; readonly onClose: () => void }) {
  const t = useWords();
  const navigate = useNavigate();
  const duplicate = useCommand(DUPLICATE);
  const { values, set, idempotencyKey } = useEntry({ firstDay: '' });
  const send = async () => {
    const input = { seriesId: props.series.id, firstDay: values.firstDay };
    const answer = await duplicate.send({ input }, idempotencyKey);
    if (!answer?.duplicateSeries) return;
    props.onClose();
    void navigate({ to: `/series/${answer.duplicateSeries.id}` as string });
  };
  return (
    <FormDialog
      title={t('series.duplicate')}
      save={t('series.duplicateSave')}
      refusals={duplicate.refusals}
      sending={duplicate.sending}
      onSend={() => void send()}
      onClose={props.onClose}
    >
      <TextField
        path="firstDay"
        label={t('series.duplicateFrom')}
        type="date"
        required
        value={values.firstDay}
        onChange={(day) => set('firstDay', day)}
      />
    </FormDialog>
  );
}
