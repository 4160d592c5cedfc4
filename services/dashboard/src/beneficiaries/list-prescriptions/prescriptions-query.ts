import { graphql, type ResultOf } from '../../app/query.js';

/** Prescriptions of a branch. */
export const PRESCRIPTIONS = graphql(`
  query Prescriptions($branch: String, $answered: Boolean!, $late: Boolean!, $after: String) {
    prescriptions(branch: $branch, answered: $answered, late: $late, first: 20, after: $after) {
      endCursor
      items {
        id
        version
        state
        late
        receivedOn
        needs
        givenName
        familyName
        birthYear
        phone
        spokenLanguage
        availability
        consentWithdrawnAt
        branch {
          code
        }
        organisationNamed
        prescriberMail
        organisation {
          id
        }
        letters {
          state
        }
        beneficiary {
          id
        }
      }
    }
  }
`);
export type PrescriptionShown = NonNullable<ResultOf<typeof PRESCRIPTIONS>['prescriptions']>['items'][number];
