import { graphql, type ResultOf } from '../../app/query.js';

export const PEOPLE_IMPORT = graphql(`
  query PeopleImport($id: UUID!) {
    peopleImport(id: $id) {
      id
      source
      dryRun
      fileId
      format
      state
      rowCount
      enrolled
      known
      refused
      privacyNoticeReadOn
      createdAt
      branch { code city }
      columns { column field }
    }
  }
`);
export type ImportShown = NonNullable<ResultOf<typeof PEOPLE_IMPORT>['peopleImport']>;

export const PEOPLE_IMPORT_ROWS = graphql(`
  query PeopleImportRows($id: UUID!, $outcome: PeopleImportOutcome, $after: String) {
    peopleImport(id: $id) {
      id
      rows(outcome: $outcome, first: 50, after: $after) {
        items {
          row
          outcome
          beneficiaryId
          notes { field code fr en }
        }
        endCursor
      }
    }
  }
`);

/** The tabs of a report, in the order in which they want to be read. */
export const OUTCOMES = ['REFUSED', 'ENROLLED', 'KNOWN'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export function countsOf({ enrolled, known, refused }: ImportShown): Readonly<Record<Outcome, number>> {
  return { ENROLLED: enrolled, KNOWN: known, REFUSED: refused };
}
