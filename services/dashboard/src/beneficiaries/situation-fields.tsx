import { CommuneField } from '../app/commune-field.js';
import { useChoices } from '../i18n/vocabulary.js';
import { useWords } from '../i18n/words.js';
import { ChoiceField } from '../ui/fields.js';
import { FieldRow } from '../ui/form.js';

/** What is typed of a person's situation: the classes under which they count. */
export interface SituationTyped {
  readonly gender: string;
  readonly socialStatus: string;
  readonly communeText: string;
  readonly communeCode: string;
}

/** Gender, social status and commune, at enrolment, when they change and when they were wrong. */
export function SituationFields(props: {
  readonly values: SituationTyped;
  readonly onChange: (changed: Partial<SituationTyped>) => void;
}) {
  const t = useWords();
  const { values, onChange } = props;
  return (
    <>
      <CommuneField
        text={values.communeText}
        code={values.communeCode}
        onChange={(communeText, communeCode) => onChange({ communeText, communeCode })}
      />
      <FieldRow>
        <ChoiceField
          path="gender"
          label={t('people.gender')}
          data={useChoices('Gender')}
          value={values.gender}
          onChange={(gender) => onChange({ gender })}
        />
        <ChoiceField
          path="socialStatus"
          label={t('people.status')}
          data={useChoices('SocialStatus')}
          value={values.socialStatus}
          onChange={(socialStatus) => onChange({ socialStatus })}
        />
      </FieldRow>
    </>
  );
}

/** The situation as the service takes it. A commune typed and not chosen is sent as typed: refused, never lost unsaid. */
export function situationOf(values: SituationTyped) {
  return {
    gender: values.gender,
    socialStatus: values.socialStatus,
    communeCode: values.communeCode || values.communeText.trim() || null,
  };
}
