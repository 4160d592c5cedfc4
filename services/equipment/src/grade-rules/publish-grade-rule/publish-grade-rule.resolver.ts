import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { LocalDateScalar } from '#runtime';
import { GradeRule, type RuleTerms } from '../grade-rule.entity.js';
import { GradeThresholdsInput } from '../thresholds.js';
import { PublishGradeRule } from './publish-grade-rule.js';

@InputType({ description: 'A grade rule to be published.' })
export class PublishGradeRuleInput implements RuleTerms {
  @Field(() => GradeThresholdsInput, { description: 'What it looks at.' })
  thresholds: GradeThresholdsInput;

  @Field(() => LocalDateScalar, { description: 'First day it grades: today or later, and no other rule’s first day.' })
  from: string;

  @Field(() => String, { description: 'Why, 3–500 characters; whoever reads the rule reads it.' })
  reason: string;
}

@Resolver()
export class PublishGradeRuleResolver {
  constructor(private readonly publishGradeRule: PublishGradeRule) {}

  @Mutation(() => GradeRule, {
    name: 'publishGradeRule',
    description:
      'Publishes a rule that grades computers from a day on; devices graded before keep their grade and its version. Refuses GRADE_RULE_PAST_DAY, GRADE_RULE_DAY_TAKEN, GRADE_LIMITS, GRADE_THRESHOLD_RANGE, GRADE_POINTS_ORDER, REASON_REQUIRED.',
  })
  @Allow(Permission.SetTariff)
  publish(@Args('input') input: PublishGradeRuleInput, @CurrentActor() actor: Actor): Promise<GradeRule> {
    return this.publishGradeRule.execute(input, actor);
  }
}
