import { graphql, type ResultOf } from '../app/query.js';

/** Imports of one's branches, the latest first: to come back to one, and to name a source as the last time. */
export const IMPORT_RUNS = graphql(`
  query ImportRuns($after: String) {
    importRuns(first: 50, after: $after) {
      items {
        id
        source
        dryRun
        createdAt
        accepted
        corrected
        refused
        unchanged
      }
      endCursor
    }
  }
`);

export const IMPORT_PLACES = graphql(`
  mutation ImportPlaces($input: ImportPlacesInput!) {
    importPlaces(input: $input) {
      id
    }
  }
`);

/** Answers that an import makes old. */
export const TOUCHED_BY_IMPORT = [
  ['read', 'ImportFile'],
  ['read', 'ImportRuns'],
  ['read', 'Places'],
  ['read', 'Place'],
] as const;

export const runAddress = (id: string): string => `/places/import/${id}`;

export type RunListed = NonNullable<ResultOf<typeof IMPORT_RUNS>['importRuns']>['items'][number];
