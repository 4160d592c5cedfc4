import { graphql, type ResultOf } from '../../app/query.js';

export const RUN = graphql(`
  query ImportRun($id: UUID!) {
    importRun(id: $id) {
      id
      source
      dryRun
      fileId
      format
      encoding
      delimiter
      createdAt
      accepted
      corrected
      refused
      unchanged
      branch { code city }
      repairs { fr en }
      columns { column field }
    }
  }
`);
export type RunShown = NonNullable<ResultOf<typeof RUN>['importRun']>;

export const ROWS = graphql(`
  query ImportRows($id: UUID!, $outcome: ImportOutcome, $after: String) {
    importRun(id: $id) {
      id
      rows(outcome: $outcome, first: 50, after: $after) {
        items {
          row
          name
          outcome
          placeId
          notes { field found kept fr en }
        }
        endCursor
      }
    }
  }
`);
type Rows = NonNullable<ResultOf<typeof ROWS>['importRun']>['rows'];
export type RowShown = NonNullable<Rows>['items'][number];

/** The tabs of a report, in the order in which they want to be read. */
export const OUTCOMES = ['REFUSED', 'CORRECTED', 'ACCEPTED', 'UNCHANGED'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export function countsOf(run: RunShown): Readonly<Record<Outcome, number>> {
  return { REFUSED: run.refused, CORRECTED: run.corrected, ACCEPTED: run.accepted, UNCHANGED: run.unchanged };
}

/** Rows that became places, or would. */
export const takenOf = (run: RunShown): number => run.accepted + run.corrected;
