import { Checkbox, Group } from '@mantine/core';
import { useChoices } from '../i18n/vocabulary.js';
import { ChoiceField, NumberField } from '../ui/fields.js';
import { FieldRow, FormField } from '../ui/form.js';

/** For whom something is meant, what it is about and how long it takes. */
interface LevelAndThemesTyped {
  readonly level: string;
  readonly themes: string[];
  readonly minutes: number | null;
}

/** The fields that a workshop and a resource share. */
export function LevelAndThemes(props: {
  readonly labels: Readonly<Record<keyof LevelAndThemesTyped, string>>;
  readonly values: LevelAndThemesTyped;
  readonly change: (values: Partial<LevelAndThemesTyped>) => void;
}) {
  const levels = useChoices('WorkshopLevel');
  const themes = useChoices('MediationTheme');
  const { labels, values, change } = props;
  return (
    <>
      <FieldRow>
        <ChoiceField
          path="level"
          label={labels.level}
          data={levels}
          value={values.level}
          onChange={(level) => change({ level })}
        />
        <NumberField
          path="minutes"
          label={labels.minutes}
          required
          value={values.minutes}
          onChange={(minutes) => change({ minutes })}
        />
      </FieldRow>
      <FormField path="input.themes" label={labels.themes} required>
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
    </>
  );
}
