import { useWords } from '../i18n/words.js';
import { TextField } from '../ui/fields.js';
import { FieldRow } from '../ui/form.js';

/** From when to when a shift is, by the clocks of the branch, `2026-11-28T14:00`. */
export function ShiftTimes(props: {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly onChange: (which: 'startsAt' | 'endsAt', text: string) => void;
}) {
  const { startsAt, endsAt, onChange } = props;
  const t = useWords();
  return (
    <FieldRow>
      <TextField
        path="startsAt"
        label={t('shifts.startsAt')}
        type="datetime-local"
        required
        value={startsAt}
        onChange={(text) => onChange('startsAt', text)}
      />
      <TextField
        path="endsAt"
        label={t('shifts.endsAt')}
        type="datetime-local"
        required
        value={endsAt}
        onChange={(text) => onChange('endsAt', text)}
      />
    </FieldRow>
  );
}
