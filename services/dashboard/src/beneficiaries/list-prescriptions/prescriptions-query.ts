import { graphql, type ResultOf } from '../../app/query.js';

/** Prescriptions of a branch. */
export const PRESCRIPTIONS = graphql(`
  query Prescriptions($branch: String, $answered: Boolean!, $after: String) {
    prescriptions(branch: $branch, answered: $answered, first: 20, after: $after) {
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
