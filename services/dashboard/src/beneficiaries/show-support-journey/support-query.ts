import { graphql, type ResultOf } from '../../app/query.js';

/** A person's support journeys in short, and where they were sent on. */
export const SUPPORT = graphql(`
  query Support($id: UUID!) {
    beneficiary(id: $id) {
      id
      kind
      givenName
      familyName
      voided
      erasedAt
      restrictedAt
      supportJourneys {
        id
        state
      }
      redirections {
        id
        version
        target
        whereto
        sentOn
        result
        resultOn
        voidedAt
      }
    }
  }
`);
export type SupportShown = NonNullable<ResultOf<typeof SUPPORT>['beneficiary']>;
export type RedirectionShown = NonNullable<SupportShown['redirections']>[number];

/** One support journey with its plan. */
export const JOURNEY = graphql(`
  query SupportJourney($id: UUID!) {
    supportJourney(id: $id) {
      id
      version
      state
      hasReferent
      isMine
      openedOn
      pausedOn
      pauses {
        from
        until
      }
      endedOn
      exitReason
      outcomes
      goals {
        id
        title
        steps {
          id
          title
          owner
          dueOn
          doneOn
        }
      }
    }
  }
`);
export type JourneyShown = NonNullable<ResultOf<typeof JOURNEY>['supportJourney']>;

/** Answers that a change of a support journey touches. */
export const TOUCHED = [
  ['read', 'Support'],
  ['read', 'SupportJourney'],
  ['read', 'SupportJourneys'],
  ['read', 'Timeline'],
] as const;
