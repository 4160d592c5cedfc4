import { useWords } from '../i18n/words.js';
import { TextField } from '../ui/fields.js';
import { EntryForm, FieldRow, SaveButton } from '../ui/form.js';
import type { RefusalShown } from '../ui/refusal.js';
import type { Entry } from '../ui/use-entry.js';
import { LevelAndThemes } from './level-and-themes.js';

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
      <LevelAndThemes
        labels={{ level: t('workshop.level'), minutes: t('workshop.minutes'), themes: t('workshop.themes') }}
        values={values}
        change={change}
      />
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
