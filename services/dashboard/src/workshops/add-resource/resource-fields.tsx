import { useWords } from '../../i18n/words.js';
import { TextField } from '../../ui/fields.js';
import { FieldRow } from '../../ui/form.js';
import { LevelAndThemes } from '../level-and-themes.js';

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
      <LevelAndThemes
        labels={{ level: t('resource.level'), minutes: t('resource.minutes'), themes: t('resource.themes') }}
        values={values}
        change={change}
      />
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
