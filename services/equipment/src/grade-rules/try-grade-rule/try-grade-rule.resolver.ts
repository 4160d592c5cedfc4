import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { Page } from '#persistence';
import { GradeThresholdsInput } from '../thresholds.js';
import { type GradeChange, GradeChangePage, GradeTrial } from './grade-trial.js';
import { TryGradeRule } from './try-grade-rule.js';

@Resolver()
export class TryGradeRuleResolver {
  constructor(private readonly tryGradeRule: TryGradeRule) {}

  @Query(() => GradeTrial, {
    name: 'tryGradeRule',
    description:
      'Replays the last audit of every device by a rule that is not published: grades, stock and prices before and after. Refuses GRADE_LIMITS, GRADE_THRESHOLD_RANGE, GRADE_POINTS_ORDER.',
  })
  @Allow(Permission.SetTariff)
  counts(
    @Args('input', { description: 'The rule to be tried.' }) input: GradeThresholdsInput,
    @CurrentActor() actor: Actor,
  ): Promise<GradeTrial> {
    return this.tryGradeRule.counts(input, actor);
  }

  @Query(() => GradeChangePage, {
    name: 'gradeRuleChanges',
    description:
      'Devices whose grade a rule that is not published would change, each explained before and after. Refuses what `tryGradeRule` does.',
  })
  @Allow(Permission.SetTariff)
  changes(
    @Args('input', { description: 'The rule to be tried.' }) input: GradeThresholdsInput,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<GradeChange>> {
    return this.tryGradeRule.changes(input, { first, after }, actor);
  }
}
