import { graphql, type ResultOf } from '../../app/query.js';

/** What a person allowed to be done in their name, and what was done. */
export const MANDATES = graphql(`
  query MandatesOfPerson($id: UUID!) {
    beneficiary(id: $id) {
      id
      mandates {
        id
        version
        themes
        fromOn
        untilOn
        revokedOn
        state
        acts {
          id
          theme
          what
          occurredOn
        }
      }
    }
  }
`);
export type MandateShown = NonNullable<NonNullable<ResultOf<typeof MANDATES>['beneficiary']>['mandates']>[number];
