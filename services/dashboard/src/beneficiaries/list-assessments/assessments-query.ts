import { graphql, type ResultOf } from '../../app/query.js';

/** How a person's skills were measured. */
export const ASSESSMENTS = graphql(`
  query AssessmentsOfPerson($id: UUID!) {
    beneficiary(id: $id) {
      id
      assessments {
        id
        moment
        outcome
        occurredOn
        followUpOn
        voidedAt
        result {
          profile
          level
          lines {
            rule
            theme
            points
            outOf
            autonomy
            profile
          }
        }
      }
    }
  }
`);
export type AssessmentShown = NonNullable<ResultOf<typeof ASSESSMENTS>['beneficiary']>['assessments'][number];
