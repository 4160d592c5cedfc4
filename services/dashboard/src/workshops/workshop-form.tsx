import { Checkbox, Group } from '@mantine/core';
import { useChoices } from '../i18n/vocabulary.js';
import { useWords } from '../i18n/words.js';
import { ChoiceField, NumberField, TextField } from '../ui/fields.js';
import { EntryForm, FieldRow, FormField, SaveButton } from '../ui/form.js';
import type { RefusalShown } from '../ui/refusal.js';
import type { Entry } from '../ui/use-entry.js';

/** What is typed of a workshop. */
export interface WorkshopTyped {
  readonly title: string;
  readonly level: string;
  readonly themes: string[];
  readonly minutes: number | null;
  readonly resourceTitle: string;
  readonly resourceUrl: string;
}

/** The fields shared by creating a workshop and revising one. */
export function WorkshopForm(props: {
  readonly label: string;
  readonly save: string;
  readonly entry: Entry<WorkshopTyped>;
  readonly refusals: readonly RefusalShown[];
  readonly sending: boolean;
  readonly onSend: () => void;
}) {
  const t = useWords();
  const levels = useChoices('WorkshopLevel');
  const themes = useChoices('MediationTheme');
  const { values, change } = props.entry;
  return (
    <EntryForm label={props.label} refusals={props.refusals} sending={props.sending} onSend={props.onSend}>
      <TextField
        path="title"
        label={t('workshop.title')}
        required
        value={values.title}
        onChange={(title) => change({ title })}
      />
      <FieldRow>
        <ChoiceField
          path="level"
          label={t('workshop.level')}
          data={levels}
          value={values.level}
          onChange={(level) => change({ level })}
        />
        <NumberField
          path="minutes"
          label={t('workshop.minutes')}
          required
          value={values.minutes}
          onChange={(minutes) => change({ minutes })}
        />
      </FieldRow>
      <FormField path="input.themes" label={t('workshop.themes')} required>
        {({ id, label, error }) => (
          <Checkbox.Group
            id={id}
            label={label}
            error={error}
            value={values.themes}
            onChange={(chosen) => change({ themes: chosen })}
          >
            <Group gap="sm">
              {themes.map((theme) => (
                <Checkbox key={theme.value} value={theme.value} label={theme.label} />
              ))}
            </Group>
          </Checkbox.Group>
        )}
      </FormField>
      <FieldRow>
        <TextField
          path="resourceTitle"
          label={t('workshop.resourceTitle')}
          value={values.resourceTitle}
          onChange={(resourceTitle) => change({ resourceTitle })}
        />
        <TextField
          path="resourceUrl"
          label={t('workshop.resourceUrl')}
          value={values.resourceUrl}
          onChange={(resourceUrl) => change({ resourceUrl })}
        />
      </FieldRow>
      <SaveButton as="main">{props.save}</SaveButton>
    </EntryForm>
  );
}

/** The workshop as the service takes it. */
export function workshopOf(values: WorkshopTyped) {
  return {
    title: values.title,
    level: values.level as 'BEGINNER',
    themes: values.themes as 'EMAIL'[],
    // What is no number is sent as none, and refused beside its field.
    minutes: values.minutes ?? 0,
    resourceTitle: values.resourceTitle || null,
    resourceUrl: values.resourceUrl || null,
  };
}
