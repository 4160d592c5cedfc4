import { ListGradeRulesResolver } from './list-grade-rules/list-grade-rules.resolver.js';
import { PublishGradeRule } from './publish-grade-rule/publish-grade-rule.js';
import { PublishGradeRuleResolver } from './publish-grade-rule/publish-grade-rule.resolver.js';
import { TryGradeRule } from './try-grade-rule/try-grade-rule.js';
import { TryGradeRuleResolver } from './try-grade-rule/try-grade-rule.resolver.js';

/** The slices of the grade rule, for the service's table of contents. */
export const GRADE_RULES = [
  ListGradeRulesResolver,
  TryGradeRule,
  TryGradeRuleResolver,
  PublishGradeRule,
  PublishGradeRuleResolver,
];
