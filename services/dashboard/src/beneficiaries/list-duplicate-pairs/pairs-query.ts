import { graphql, type ResultOf } from '../../app/query.js';

/** Pairs of people who may be one. */
export const PAIRS = graphql(`
  query DuplicatePairs($after: String) {
    duplicatePairs(first: 20, after: $after) {
      endCursor
      items {
        id
        score
        because
        people {
          id
          initials
          birthYear
          branch {
            code
          }
          beneficiary {
            id
            givenName
            familyName
          }
        }
      }
    }
  }
`);
export type PairShown = NonNullable<ResultOf<typeof PAIRS>['duplicatePairs']>['items'][number];
export type PairedShown = PairShown['people'][number];
