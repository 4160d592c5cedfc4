import { graphql, type ResultOf } from '../../app/query.js';

/** What three services tell of one person, each its own part. */
export const TIMELINE = graphql(`
  query Timeline($id: UUID!) {
    beneficiary(id: $id) {
      id
      givenName
      familyName
      enrolledOn
      voided
      prescriptions {
        id
        receivedOn
        steps {
          milestone
          day
        }
      }
      assessments {
        id
        moment
        outcome
        occurredOn
        voidedAt
        result {
          profile
        }
      }
      supportJourneys {
        id
        openedOn
        endedOn
        exitReason
        outcomes
      }
      redirections {
        id
        target
        sentOn
        result
        resultOn
        voidedAt
      }
      supportActs {
        id
        solution
        occurredAt
        themes
        voided
      }
      enrolments {
        id
        state
        attendance
        session {
          id
          title
          startsAt
        }
      }
      purchases(first: 20) {
        endCursor
        items {
          id
          receipt
          occurredAt
          totalCents
          state
          lines {
            label
          }
        }
      }
    }
  }
`);
export type TimelineShown = NonNullable<ResultOf<typeof TIMELINE>['beneficiary']>;
