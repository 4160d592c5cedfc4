import { useCommand } from '../../app/use-command.js';
import { keyOf } from '../../app/use-read.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField, NumberField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { ReasonField } from '../../ui/reason-field.js';
import { useEntry } from '../../ui/use-entry.js';
import { CORRECT, type DropIn, MY_DROP_INS, saidOf } from './drop-ins-query.js';

/** Mends what was said of a drop-in: its theme, length or autonomy. The figures follow. */
export function CorrectDropIn({ act, onClose }: { readonly act: DropIn; readonly onClose: () => void }) {
  const t = useWords();
  const correct = useCommand(CORRECT, { touches: [keyOf(MY_DROP_INS)] });
  const entry = useEntry({
    theme: String(act.themes[0] ?? ''),
    minutes: act.minutes as number | null,
    autonomy: String(act.autonomy ?? ''),
    reason: '',
  });
  const { values, change } = entry;
  const save = async () => {
    const input = {
      ...saidOf(act),
      supportActId: act.id,
      minutes: values.minutes,
      // The other themes of an act that has several stay with it.
      themes: [values.theme, ...act.themes.slice(1)],
      autonomy: values.autonomy || null,
      reason: values.reason.trim(),
    };
    if (await correct.send({ input: input as never }, entry.idempotencyKey)) onClose();
  };
  return (
    <FormDialog
      title={t('dropIn.correctTitle')}
      save={t('dropIn.correctSave')}
      refusals={correct.refusals}
      sending={correct.sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <ChoiceField
        path="themes"
        label={t('dropIn.theme')}
        data={useChoices('MediationTheme')}
        value={values.theme}
        onChange={(theme) => change({ theme })}
      />
      <NumberField
        path="minutes"
        label={t('dropIn.minutes')}
        value={values.minutes}
        onChange={(minutes) => change({ minutes })}
      />
      <ChoiceField
        path="autonomy"
        label={t('dropIn.autonomy')}
        data={[{ value: '', label: '–' }, ...useChoices('AutonomyLevel')]}
        value={values.autonomy}
        onChange={(autonomy) => change({ autonomy })}
      />
      <ReasonField value={values.reason} onChange={(reason) => change({ reason })} />
    </FormDialog>
  );
}
