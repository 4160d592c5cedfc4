import { graphql, type ResultOf } from '../../app/query.js';

/** The rules that graded, grade and will. */
export const RULES = graphql(`
  query GradeRules {
    gradeRules {
      id
      version
      from
      reason
      thresholds {
        ramGb
        ssdGb
        hddGb
        cpuMark
        tolerancePercent
        nvmePoints
        slowCpuMark
        capHdd
        capWindows10
        capSsdSlowCpu
        capHddSlowCpu
        pointsForC
        pointsForB
        pointsForA
        pointsForPremium
      }
    }
  }
`);
export type Rule = NonNullable<ResultOf<typeof RULES>['gradeRules']>[number];
export type Thresholds = Rule['thresholds'];

/** What a rule would make of the past. */
export const TRY = graphql(`
  query TryGradeRule($input: GradeThresholdsInput!) {
    tryGradeRule(input: $input) {
      tried
      changed
      centsBefore
      centsAfter
      unpriced
      moves {
        type
        before
        after
        count
      }
      stock {
        type
        grade
        readyBefore
        readyAfter
        unitCents
      }
      aside {
        type
        count
      }
    }
  }
`);
export type Trial = NonNullable<ResultOf<typeof TRY>['tryGradeRule']>;

/** Which devices it would change, and why. */
export const CHANGES = graphql(`
  query GradeRuleChanges($input: GradeThresholdsInput!, $after: String) {
    gradeRuleChanges(input: $input, first: 20, after: $after) {
      endCursor
      items {
        id
        tag
        branch
        state
        before
        gradeRule
        after
        linesBefore {
          factor
          value
          points
        }
        linesAfter {
          factor
          value
          points
        }
      }
    }
  }
`);
export type Change = NonNullable<ResultOf<typeof CHANGES>['gradeRuleChanges']>['items'][number];

export const PUBLISH = graphql(`
  mutation PublishGradeRule($input: PublishGradeRuleInput!) {
    publishGradeRule(input: $input) {
      id
      version
    }
  }
`);

/** The rule that grades on a day, of rules with the latest first. */
export function inForceOn(rules: readonly Rule[], day: string): Rule | undefined {
  return rules.find(({ from }) => from <= day);
}
