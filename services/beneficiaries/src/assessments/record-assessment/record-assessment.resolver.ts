import { Args, Field, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { AssessmentMoment, AssessmentOutcome } from '#events';
import { GraphQLVocabulary, LocalDateScalar, Uuid } from '#runtime';
import { Assessment, QuestionnaireName } from '../assessment.entity.js';
import { Mastery } from '../judge.js';
import type { QuestionnaireCode } from '../questionnaire.js';
import { RecordAssessment } from './record-assessment.js';

@InputType({ description: 'A question and its answer.' })
export class AnswerInput {
  @Field(() => String, { description: 'Code of the question.' })
  question: string;

  @Field(() => Mastery, { description: 'The answer.' })
  mastery: Mastery;
}

@InputType({ description: 'What was found of a person’s digital skills, or that they could not be asked.' })
export class RecordAssessmentInput {
  @Field(() => Uuid, { description: 'The person.' })
  beneficiaryId: string;

  @Field(() => GraphQLVocabulary.AssessmentMoment, { description: 'When in the support.' })
  moment: AssessmentMoment;

  @Field(() => GraphQLVocabulary.AssessmentOutcome, { description: 'Whether there was an answer.' })
  outcome: AssessmentOutcome;

  @Field(() => QuestionnaireName, { description: 'What was asked, or would have been.' })
  questionnaire: QuestionnaireCode;

  @Field(() => Int, { description: 'The version you asked; refused when it is not the one in use.' })
  questionnaireVersion: number;

  @Field(() => [AnswerInput], { description: 'One answer for each question; none for REFUSED and UNREACHABLE.' })
  answers: AnswerInput[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'Which day; today when left out.' })
  occurredOn?: string | null;
}

@Resolver()
export class RecordAssessmentResolver {
  constructor(private readonly recordAssessment: RecordAssessment) {}

  @Mutation(() => Assessment, {
    name: 'recordAssessment',
    description:
      'Notes an assessment. An exit is followed by another one six months later. Refuses NOT_FOUND, BENEFICIARY_VOIDED, BENEFICIARY_ERASED, BENEFICIARY_RESTRICTED, ASSESSMENT_ANONYMOUS, ASSESSMENT_ORDER, ASSESSMENT_THERE, ASSESSMENT_DAY, QUESTIONNAIRE_VERSION, ANSWERS_COMPLETE, ANSWERS_WITHOUT_ANSWER.',
  })
  @Allow(Permission.FollowPeople)
  record(@Args('input') input: RecordAssessmentInput, @CurrentActor() actor: Actor): Promise<Assessment> {
    return this.recordAssessment.execute(input, actor);
  }
}
