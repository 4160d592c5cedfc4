import { Context, Field, Int, ObjectType, Parent, ResolveField, Resolver, registerEnumType } from '@nestjs/graphql';
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor, Permission } from '#access';
import type { AutonomyLevel, DigitalProfile, MediationTheme, WorkshopLevel } from '#events';
import { Database } from '#persistence';
import { GraphQLVocabulary, loaderOf, type RequestContext } from '#runtime';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { Assessment } from '../assessment.entity.js';
import { assessmentsOf } from '../assessments.js';
import { type Judgement, type JudgementLine, JudgementRule } from '../judge.js';

registerEnumType(JudgementRule, {
  name: 'JudgementRule',
  description:
    'THEME: points of one theme; TOTAL: points of all, and the profile they give; HELD_BY_BASICS: a beginner at most, without the basics; HELD_BY_SAFETY: not autonomous without safety.',
});

@ObjectType({ description: 'A line of how a profile was reckoned, in its order.' })
export class AssessmentLine implements JudgementLine {
  @Field(() => JudgementRule, { description: 'What the line says.' })
  rule: JudgementRule;

  @Field(() => GraphQLVocabulary.MediationTheme, { nullable: true, description: 'The theme; null for all of them.' })
  theme: MediationTheme | null;

  @Field(() => Int, { description: 'Points: two for what is done alone, one for what is done with help.' })
  points: number;

  @Field(() => Int, { description: 'Points that could be had.' })
  outOf: number;

  @Field(() => GraphQLVocabulary.AutonomyLevel, { nullable: true, description: 'Autonomy in the theme.' })
  autonomy: AutonomyLevel | null;

  @Field(() => GraphQLVocabulary.DigitalProfile, {
    nullable: true,
    description: 'The profile once this line is reckoned in; null for a theme.',
  })
  profile: DigitalProfile | null;
}

@ObjectType({ description: 'What an assessment found, by the rule of its questionnaire’s version.' })
export class AssessmentResult implements Judgement {
  @Field(() => GraphQLVocabulary.DigitalProfile, { description: 'What the person can do.' })
  profile: DigitalProfile;

  @Field(() => GraphQLVocabulary.WorkshopLevel, { description: 'Workshops that suit them.' })
  level: WorkshopLevel;

  @Field(() => [AssessmentLine], { description: 'How it was reckoned, line by line.' })
  lines: AssessmentLine[];
}

@Resolver(() => Beneficiary)
export class ListAssessmentsResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => [Assessment], {
    name: 'assessments',
    description: 'Their skills as they were measured, under any of their records within your reach, oldest first.',
  })
  @Allow(Permission.FollowPeople)
  ofPerson(
    @Parent() { id }: Beneficiary,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<Assessment[]> {
    const load = (ids: readonly string[]) => this.db.read(actor, (tx) => assessmentsOf(tx, ids));
    return loaderOf<Assessment[]>(context, 'assessments', load, []).load(id);
  }
}

@Resolver(() => Assessment)
export class ShowAssessmentResolver {
  @ResolveField(() => AssessmentResult, {
    name: 'result',
    nullable: true,
    description: 'What was found; null when nothing was answered.',
  })
  @Allow(ANYONE_SIGNED_IN)
  result(@Parent() assessment: Assessment): Judgement | null {
    return assessment.judged();
  }
}
