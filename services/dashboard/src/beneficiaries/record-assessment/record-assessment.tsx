import { Block } from '../../app/block.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { AssessmentLanguage } from '../../i18n/assessment-language.js';
import { useLanguage } from '../../i18n/language.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useFormat } from '../../ui/format.js';
import { KeysField } from '../../ui/keys-field.js';
import { Stack } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';
import { ASSESSMENTS } from '../list-assessments/assessments-query.js';

const QUESTIONNAIRES = graphql(`
  query Questionnaires {
    questionnaires {
      code
      version
      source
      questions {
        code
        fr
        en
      }
    }
  }
`);
const RECORD = graphql(`
  mutation RecordAssessment($input: RecordAssessmentInput!) {
    recordAssessment(input: $input) {
      id
    }
  }
`);
type Asked = NonNullable<ResultOf<typeof QUESTIONNAIRES>['questionnaires']>[number];
type Moment = 'ENTRY' | 'EXIT' | 'SIX_MONTHS';
interface AssessmentForm {
  readonly beneficiaryId: string;
  /** What is usually asked next. */
  readonly moment: Moment;
  readonly onClose: () => void;
}

/** Asks the questions of one questionnaire, or notes that they could not be asked. */
export function RecordAssessment(props: AssessmentForm) {
  return (
    <AssessmentLanguage>
      <Inside {...props} />
    </AssessmentLanguage>
  );
}

function Inside({ beneficiaryId, moment, onClose }: AssessmentForm) {
  const t = useWords();
  const format = useFormat();
  const { now } = useEnvironment();
  const read = useRead(QUESTIONNAIRES, {});
  const entry = useEntry({
    ...{ moment: moment as string, outcome: 'ANSWERED', questionnaire: 'SHORT' },
    ...{ occurredOn: format.localDate(now()), answers: {} as Readonly<Record<string, string>> },
  });
  const record = useCommand(RECORD, { touches: [keyOf(ASSESSMENTS), ['read', 'FollowUps']] });
  const { values, set } = entry;
  const asked = read.data?.questionnaires?.find(({ code }) => code === values.questionnaire);
  const moments = useChoices('AssessmentMoment');
  const outcomes = useChoices('AssessmentOutcome');
  const names = useChoices('QuestionnaireName');
  const save = async () => {
    const { answers, ...rest } = values;
    const given = (asked?.questions ?? []).flatMap(({ code }) =>
      answers[code] ? [{ question: code, mastery: answers[code] }] : [],
    );
    const input = {
      ...{ ...rest, beneficiaryId, questionnaireVersion: asked?.version ?? 0 },
      answers: values.outcome === 'ANSWERED' ? given : [],
    };
    if (await record.send({ input: input as never }, entry.idempotencyKey)) onClose();
  };
  return (
    <FormDialog
      title={t('assessment.record')}
      save={t('assessment.record')}
      refusals={record.refusals}
      sending={record.sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <ChoiceField
        path="moment"
        label={t('assessment.moment')}
        data={moments}
        value={values.moment}
        onChange={(chosen) => set('moment', chosen)}
      />
      <ChoiceField
        path="outcome"
        label={t('assessment.outcome')}
        data={outcomes}
        value={values.outcome}
        onChange={(chosen) => set('outcome', chosen)}
      />
      <TextField
        path="occurredOn"
        type="date"
        label={t('assessment.day')}
        value={values.occurredOn}
        onChange={(day) => set('occurredOn', day)}
      />
      <ChoiceField
        path="questionnaire"
        label={t('assessment.questionnaire')}
        data={names}
        value={values.questionnaire}
        onChange={(chosen) => set('questionnaire', chosen)}
      />
      {values.outcome === 'ANSWERED' ? (
        <Block read={read} at="questionnaires" doing={t('assessment.doing')}>
          {() => (
            <Questions
              asked={asked}
              answers={values.answers}
              onAnswer={(code, mastery) => set('answers', { ...values.answers, [code]: mastery })}
            />
          )}
        </Block>
      ) : null}
    </FormDialog>
  );
}

function Questions(props: {
  readonly asked: Asked | undefined;
  readonly answers: Readonly<Record<string, string>>;
  readonly onAnswer: (code: string, mastery: string) => void;
}) {
  const t = useWords();
  const { language } = useLanguage();
  const choices: readonly { value: string; label: string }[] = useChoices('Mastery');
  const { asked, answers, onAnswer } = props;
  if (!asked) return null;
  return (
    <Stack gap={16}>
      <p>{t('assessment.recordWhat')}</p>
      {asked.questions.map(({ code, fr, en }) => (
        <KeysField
          key={code}
          label={language === 'en' ? en : fr}
          options={choices}
          value={answers[code] ?? null}
          onChange={(mastery) => onAnswer(code, mastery)}
        />
      ))}
      <p className="soft small">{t('assessment.source', { source: asked.source, version: asked.version })}</p>
    </Stack>
  );
}
