import { useCommand } from '../../app/use-command.js';
import { keyOf } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { TextField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useFormat } from '../../ui/format.js';
import { ReasonField } from '../../ui/reason-field.js';
import { useEntry } from '../../ui/use-entry.js';
import { PUBLISH, RULES, type Thresholds, type Trial } from './grade-query.js';

/** Publishes what was tried, from a day on: it says first what that means. */
export function PublishRuleDialog(props: {
  readonly candidate: Thresholds;
  readonly trial: Trial;
  readonly onClose: () => void;
  readonly onPublished: (version: number) => void;
}) {
  const t = useWords();
  const format = useFormat();
  const { now } = useEnvironment();
  const today = format.localDate(now());
  const entry = useEntry({ from: today, reason: '' });
  const publish = useCommand(PUBLISH, { touches: [keyOf(RULES)] });
  const { from, reason } = entry.values;
  const send = async () => {
    const input = { thresholds: props.candidate, from, reason: reason.trim() };
    const answer = await publish.send({ input }, entry.idempotencyKey);
    if (answer?.publishGradeRule) props.onPublished(answer.publishGradeRule.version);
  };
  return (
    <FormDialog
      title={t('grades.publishTitle')}
      save={t('grades.publish')}
      refusals={publish.refusals}
      sending={publish.sending}
      onSend={() => void send()}
      onClose={props.onClose}
    >
      <p>
        {t('grades.publishWhat', {
          changed: format.number(props.trial.changed),
          tried: format.number(props.trial.tried),
        })}
      </p>
      <TextField
        path="from"
        label={t('grades.from')}
        type="date"
        required
        value={from}
        onChange={(day) => entry.set('from', day)}
      />
      <ReasonField value={reason} onChange={(why) => entry.set('reason', why)} />
    </FormDialog>
  );
}
