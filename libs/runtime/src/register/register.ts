/** Whom a column tells of: a person helped, a member who works here, somebody reached at another organisation, or nobody. */
export type DataSubject = 'PERSON' | 'MEMBER' | 'CONTACT' | 'NOBODY';

/** Why a column is kept, by what right, of which kind it is, how long and for whom; sentences of the French record. */
export interface ColumnUse {
  readonly whose: DataSubject;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly category: string;
  readonly retention: string;
  readonly recipients: string;
}

/** Where a table's rows of one person are; `$1` stands for their id. */
export interface HeldRows {
  readonly where: string;
  /** Columns that tell a row from every other. */
  readonly key: readonly string[];
  /** What is read instead of the table: a view, or a function that bounds its answer to whoever asks. */
  readonly from?: string;
  /** Read in the name of whoever asks instead of the worker's: for what is open to them through a function alone. */
  readonly asActor?: true;
}

/** A table with the use of each of its columns: lists of names, each list with its use. */
export interface RegisteredTable {
  readonly held?: HeldRows;
  readonly columns: readonly (readonly [use: ColumnUse, names: string])[];
}

/** Every table of a service, by its name; one outside the schema `public` with its schema, `*` for a version's number. */
export interface Register {
  /** A statement for the branches that know the person `$1`; absent where a service holds nothing of people. */
  readonly branchesOf?: string;
  readonly tables: Readonly<Record<string, RegisteredTable>>;
}

/** Each column of a table with its use, in the order they are registered. */
export function usesOf({ columns }: RegisteredTable): { name: string; use: ColumnUse }[] {
  return columns.flatMap(([use, names]) => names.split(/\s+/).map((name) => ({ name, use })));
}
