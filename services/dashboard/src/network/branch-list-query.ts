import { graphql, type ResultOf } from '../app/query.js';

/** Every branch of the network, by city. */
export const BRANCHES = graphql(`
  query Branches($after: String) {
    branches(first: 50, after: $after) {
      endCursor
      items {
        code
        city
        state
        openedOn
      }
    }
  }
`);
export type BranchListed = NonNullable<ResultOf<typeof BRANCHES>['branches']>['items'][number];
/** What a branch's month so far is told by, beside its name. */
export type MonthFigure = 'acts' | 'sessions' | 'devices';
