import { graphql, type ResultOf } from '../../app/query.js';

export const PEOPLE_FILE = graphql(`
  query PeopleFile($input: PeopleFileInput!) {
    peopleFile(input: $input) {
      format
      rows
      columns { column field filled }
    }
  }
`);
export type FileRead = NonNullable<ResultOf<typeof PEOPLE_FILE>['peopleFile']>;

export const PEOPLE_IMPORTS = graphql(`
  query PeopleImports($after: String) {
    peopleImports(first: 20, after: $after) {
      items { id source dryRun createdAt enrolled known refused }
      endCursor
    }
  }
`);

export const IMPORT_PEOPLE = graphql(`
  mutation ImportPeople($input: ImportPeopleInput!) {
    importPeople(input: $input) {
      id
    }
  }
`);

/** Where a list of people goes. */
export const LISTS_OF_PEOPLE = { to: '/files/people', megabytes: 10 } as const;

/** Answers that an import makes old. */
export const TOUCHED_BY_IMPORT = [
  ['read', 'PeopleImports'],
  ['read', 'RecentPeople'],
] as const;

export const importAddress = (id: string): string => `/people/import/${id}`;
