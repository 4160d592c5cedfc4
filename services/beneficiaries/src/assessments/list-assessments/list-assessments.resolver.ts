import { Context, Field, Int, ObjectType, Parent, ResolveField, Resolver, registerEnumType } from '@nestjs/graphql';
import { In } from 'typeorm';
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor, Permission } from '#access';
import type { AutonomyLevel, DigitalProfile, MediationTheme, WorkshopLevel } from '#events';
import { Database } from '#persistence';
import { GraphQLVocabulary } from '#runtime';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { recordsOf } from '../../duplicates/records-of.js';
import { type Loaders, loader } from '../../loader.js';
import { Assessment } from '../assessment.entity.js';
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
    @Context() context: Loaders,
    @CurrentActor() actor: Actor,
  ): Promise<Assessment[]> {
    return loader(context, 'assessments', (ids) =>
      this.db.read(actor, async (tx) => {
        const records = await recordsOf(tx, ids);
        const all = await tx.find(Assessment, {
          where: { beneficiaryId: In([...records.values()].flat()) },
          order: { occurredOn: 'ASC', recordedAt: 'ASC', id: 'ASC' },
        });
        return new Map(
          [...records].map(([asked, same]) => [asked, all.filter((row) => same.includes(row.beneficiaryId))]),
        );
      }),
    )
      .load(id)
      .then((found) => found ?? []);
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
