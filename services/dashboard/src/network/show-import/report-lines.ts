import type { RowShown } from './run-query.js';

/** One line of a report: a row of the file, and one thing said of it, if anything is. */
export interface ReportLine {
  readonly key: string;
  readonly row: number;
  readonly name: string;
  readonly outcome: RowShown['outcome'];
  readonly placeId: string | null;
  readonly note: RowShown['notes'][number] | undefined;
  /** False for a row's second line and the following. */
  readonly first: boolean;
}

/** No row is left out: one of which nothing is said still has its line. */
export function reportLines(rows: readonly RowShown[]): ReportLine[] {
  return rows.flatMap(({ row, name, outcome, placeId, notes }) =>
    (notes.length > 0 ? notes : [undefined]).map((note, index) => ({
      key: `${row}.${index}`,
      row,
      name: name ?? '–',
      outcome,
      placeId,
      note,
      first: index === 0,
    })),
  );
}
