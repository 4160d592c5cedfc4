import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  AssessmentMoment,
  AssessmentOutcome,
  AssessmentRecorded,
  AssessmentVoided,
  type Fact,
  happened,
} from '#events';
import { DateTime, GraphQLVocabulary, LocalDateScalar, monthsAfter, Uuid } from '#runtime';
import type { Beneficiary } from '../beneficiaries/beneficiary.entity.js';
import type { Moment } from '../beneficiaries/enrolment-input.js';
import {
  ANSWERS_COMPLETE,
  ANSWERS_WITHOUT_ANSWER,
  ASSESSMENT_ANONYMOUS,
  ASSESSMENT_DAY,
  ASSESSMENT_VOIDED,
  QUESTIONNAIRE_VERSION,
} from './assessment.refusals.js';
import { type Answer, type Judgement, judge, Mastery } from './judge.js';
import { type QuestionnaireCode, questionnaireOf, versionInUse } from './questionnaire.js';

/** Which questionnaire. */
export const QuestionnaireName = { SHORT: 'SHORT', FULL: 'FULL' } as const;
registerEnumType(QuestionnaireName, {
  name: 'QuestionnaireName',
  description: 'SHORT: ten questions over five themes; FULL: twenty-two over ten.',
});
registerEnumType(Mastery, { name: 'Mastery', description: 'How somebody does a thing: alone, with help, or not yet.' });

@ObjectType({ description: 'A question and its answer.' })
export class AnsweredQuestion implements Answer {
  @Field(() => String, { description: 'Code of the question.' })
  question: string;

  @Field(() => Mastery, { description: 'The answer.' })
  mastery: Mastery;
}

/** What is noted of an assessment. */
export interface AssessmentInput {
  moment: AssessmentMoment;
  outcome: AssessmentOutcome;
  questionnaire: QuestionnaireCode;
  questionnaireVersion: number;
  answers: Answer[];
  occurredOn?: string | null | undefined;
}

/** What of an assessment is told. */
export type Told = AssessmentRecorded['data']['after'];
/** What an assessment comes after: where its row begins, and from which day on it may be. */
export interface Before {
  readonly entryId: string | null;
  readonly from: string;
  readonly entry: Judgement | null;
}

@Entity('assessment')
@ObjectType({ description: 'A person’s digital skills as they were measured once, or that they could not be.' })
export class Assessment {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the assessment.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('uuid')
  beneficiaryId: string;

  /** The assessment at entry with which this one belongs; its own for that one. */
  @Column('uuid')
  entryId: string;

  @Column('text')
  @Field(() => GraphQLVocabulary.AssessmentMoment, { description: 'When in the support.' })
  moment: AssessmentMoment;

  @Column('text')
  @Field(() => GraphQLVocabulary.AssessmentOutcome, { description: 'Whether there was an answer.' })
  outcome: AssessmentOutcome;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Which day.' })
  occurredOn: string;

  @Column('text')
  @Field(() => QuestionnaireName, { description: 'What was asked, or would have been.' })
  questionnaire: QuestionnaireCode;

  @Column('int')
  @Field(() => Int, { description: 'Which version of it.' })
  questionnaireVersion: number;

  @Column('jsonb')
  @Field(() => [AnsweredQuestion], { description: 'The answers, in the order asked; empty when there were none.' })
  answers: Answer[];

  /** As it was announced, so that taking it back undoes just that. */
  @Column('jsonb')
  told: Told;

  @Column('date', { nullable: true })
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day from which the person is asked again, six months after an exit; null = they are not.',
  })
  followUpOn: string | null;

  /** Asked again already, or exited once more since. */
  @Column('boolean')
  followedUp: boolean;

  @Column({ type: 'timestamptz', precision: 3 })
  recordedAt: Date;

  @Column('text')
  recordedBy: string;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: 'When it was taken back; null = it stands.' })
  voidedAt: Date | null;

  @Column('text', { nullable: true })
  voidedBy: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  /** Refuses `ASSESSMENT_ANONYMOUS`, `ASSESSMENT_DAY`, `QUESTIONNAIRE_VERSION`, `ANSWERS_COMPLETE`, `ANSWERS_WITHOUT_ANSWER`. */
  static record(
    ids: { id: string; by: string },
    person: Beneficiary,
    input: AssessmentInput,
    before: Before,
    { now, today }: Moment,
  ): { assessment: Assessment; events: Fact[] } {
    if (person.kind === 'ANONYMOUS') throw ASSESSMENT_ANONYMOUS({}, 'input.beneficiaryId');
    const { moment, outcome, questionnaire, questionnaireVersion } = input;
    const occurredOn = input.occurredOn ?? today;
    if (occurredOn > today || occurredOn < before.from) throw ASSESSMENT_DAY({ from: before.from }, 'input.occurredOn');
    const answers = answersOf(input);
    const assessment = Object.assign(new Assessment(), {
      ...{ id: ids.id, branch: person.branch, beneficiaryId: person.id, entryId: before.entryId ?? ids.id },
      ...{ moment, outcome, occurredOn, questionnaire, questionnaireVersion, answers },
      followUpOn: moment === 'EXIT' && outcome !== 'REFUSED' ? monthsAfter(occurredOn, 6) : null,
      ...{ followedUp: false, recordedAt: now, recordedBy: ids.by, voidedAt: null, voidedBy: null, reason: null },
    });
    const found = person.objectedOn === null ? measured(assessment.judged()) : null;
    assessment.told = { moment, outcome, found, entry: found && measured(before.entry) };
    const data = { assessmentId: ids.id, occurredOn, after: assessment.told };
    return { assessment, events: [happened(AssessmentRecorded, { branch: person.branch, at: now, data })] };
  }

  /** What the answers amount to under the rule of their version; null when nothing was answered. */
  judged(): Judgement | null {
    const asked = questionnaireOf(this.questionnaire, this.questionnaireVersion);
    return asked && this.outcome === 'ANSWERED' ? judge(asked, this.answers) : null;
  }

  /** It was a mistake. Refuses `ASSESSMENT_VOIDED`. */
  void(reason: string, by: string, { now }: Moment): Fact[] {
    if (this.voidedAt !== null) throw ASSESSMENT_VOIDED({}, 'input.id');
    Object.assign(this, { voidedAt: now, voidedBy: by, reason });
    const data = { assessmentId: this.id, occurredOn: this.occurredOn, before: this.told };
    return [happened(AssessmentVoided, { branch: this.branch, at: now, data })];
  }
}

/** The answers in the order of the questions: each question once when there is an answer, none otherwise. */
function answersOf({ outcome, questionnaire, questionnaireVersion, answers }: AssessmentInput): Answer[] {
  const version = versionInUse(questionnaire);
  if (questionnaireVersion !== version) throw QUESTIONNAIRE_VERSION({ version }, 'input.questionnaireVersion');
  if (outcome !== 'ANSWERED') {
    if (answers.length > 0) throw ANSWERS_WITHOUT_ANSWER({}, 'input.answers');
    return [];
  }
  const questions = questionnaireOf(questionnaire, version)?.questions ?? [];
  const found = questions.flatMap(({ code }) => {
    const [one, ...more] = answers.filter(({ question }) => question === code);
    return one && more.length === 0 ? [{ question: code, mastery: one.mastery }] : [];
  });
  const missing = Math.max(questions.length - found.length, answers.length - found.length);
  if (missing > 0) throw ANSWERS_COMPLETE({ missing }, 'input.answers');
  return found;
}

/** Classes alone. */
function measured(judgement: Judgement | null): Told['found'] {
  if (!judgement) return null;
  const { profile, level, lines } = judgement;
  const themes = lines.flatMap(({ rule, theme, autonomy }) =>
    rule === 'THEME' && theme && autonomy ? [{ theme, autonomy }] : [],
  );
  return { profile, level, themes };
}
