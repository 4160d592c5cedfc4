import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow, Permission } from '#access';
import type { MediationTheme } from '#events';
import { GraphQLVocabulary } from '#runtime';
import { QuestionnaireName } from '../assessment.entity.js';
import { type QuestionnaireCode, questionnairesInUse } from '../questionnaire.js';

@ObjectType({ description: 'Something that a person is asked whether they can do.' })
export class AssessmentQuestion {
  @Field(() => String, { description: 'Its code, by which it is answered.' })
  code: string;

  @Field(() => GraphQLVocabulary.MediationTheme, { description: 'What it is about.' })
  theme: MediationTheme;

  @Field(() => String, { description: 'The question in French.' })
  fr: string;

  @Field(() => String, { description: 'The question in English.' })
  en: string;
}

@ObjectType({ description: 'What is asked of a person to measure their digital skills.' })
export class AssessmentQuestionnaire {
  @Field(() => QuestionnaireName, { description: 'Which one.' })
  code: QuestionnaireCode;

  @Field(() => Int, { description: 'Its version; raised whenever a question or the rule changes.' })
  version: number;

  @Field(() => String, { description: 'Where it comes from.' })
  source: string;

  @Field(() => [AssessmentQuestion], { description: 'The questions, in their order.' })
  questions: AssessmentQuestion[];
}

@Resolver()
export class ListQuestionnairesResolver {
  @Query(() => [AssessmentQuestionnaire], {
    name: 'questionnaires',
    description: 'The questionnaires in use, each in its version.',
  })
  @Allow(Permission.FollowPeople)
  list(): AssessmentQuestionnaire[] {
    return questionnairesInUse().map((one) => ({ ...one, questions: [...one.questions] }));
  }
}
