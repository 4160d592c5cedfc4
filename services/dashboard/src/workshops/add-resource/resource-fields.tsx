import { Checkbox, Group } from '@mantine/core';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField, NumberField, TextField } from '../../ui/fields.js';
import { FieldRow, FormField } from '../../ui/form.js';

/** What is typed of a resource. */
export interface ResourceTyped {
  readonly title: string;
  readonly summary: string;
  readonly level: string;
  readonly themes: string[];
  readonly language: string;
  readonly minutes: number | null;
  readonly reviewOn: string;
}

/** The fields shared by adding a resource and rewriting its record. */
export function ResourceFields(props: {
  readonly values: ResourceTyped;
  readonly change: (values: Partial<ResourceTyped>) => void;
}) {
  const t = useWords();
  const levels = useChoices('WorkshopLevel');
  const themes = useChoices('MediationTheme');
  const { values, change } = props;
  return (
    <>
      <TextField
        path="title"
        label={t('resource.title')}
        required
        value={values.title}
        onChange={(title) => change({ title })}
      />
      <TextField
        path="summary"
        label={t('resource.summary')}
        value={values.summary}
        onChange={(summary) => change({ summary })}
      />
      <FieldRow>
        <ChoiceField
          path="level"
          label={t('resource.level')}
          data={levels}
          value={values.level}
          onChange={(level) => change({ level })}
        />
        <NumberField
          path="minutes"
          label={t('resource.minutes')}
          required
          value={values.minutes}
          onChange={(minutes) => change({ minutes })}
        />
      </FieldRow>
      <FormField path="input.themes" label={t('resource.themes')} required>
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
          path="language"
          label={t('resource.languageCode')}
          value={values.language}
          onChange={(language) => change({ language })}
        />
        <TextField
          path="reviewOn"
          type="date"
          label={t('resource.reviewOn')}
          value={values.reviewOn}
          onChange={(reviewOn) => change({ reviewOn })}
        />
      </FieldRow>
    </>
  );
}

/** The record as the service takes it. */
export function resourceOf(values: ResourceTyped) {
  return {
    title: values.title,
    summary: values.summary || null,
    level: values.level as 'BEGINNER',
    themes: values.themes as 'EMAIL'[],
    language: values.language || null,
    // What is no number is sent as none, and refused beside its field.
    minutes: values.minutes ?? 0,
    reviewOn: values.reviewOn || null,
  };
}
