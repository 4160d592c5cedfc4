import { Textarea } from '@mantine/core';
import { useWords } from '../i18n/words.js';
import { FormField } from './form.js';

/** Why something is corrected or taken back; it stays in the history for everybody who may see the act. */
export function ReasonField(props: { readonly value: string; readonly onChange: (reason: string) => void }) {
  const t = useWords();
  return (
    <FormField path="input.reason" label={t('ui.reason.label')} description={t('ui.reason.help')} required>
      {(control) => (
        <Textarea
          {...control}
          autosize
          minRows={2}
          maxLength={500}
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value)}
          data-autofocus
        />
      )}
    </FormField>
  );
}
