import type { Answer, AnswerError } from '../graphql.js';
import type { Page } from '../use-pages.js';

/** More than any list of a branch holds; beyond it a file is no longer something that a person reads. */
export const MOST_ROWS = 20_000;

/** A list read to its end, or to where it was cut. Without `rows` it could not be read at all. */
export interface Walked<Row> {
  readonly rows: readonly Row[] | undefined;
  readonly cut: boolean;
  readonly errors: readonly AnswerError[];
}

/** Asks for page after page, says after each how many rows there are, and never goes past `most`. */
export async function walkPages<Data, Row>(
  ask: (after: string | null) => Promise<Answer<Data>>,
  pageOf: (data: Data) => Page<Row> | null | undefined,
  onRows: (count: number) => void,
  most: number = MOST_ROWS,
): Promise<Walked<Row>> {
  const rows: Row[] = [];
  const errors: AnswerError[] = [];
  let after: string | null = null;
  do {
    const answer: Answer<Data> = await ask(after);
    errors.push(...answer.errors);
    const page = answer.data ? pageOf(answer.data) : null;
    // Half a list would be taken for the whole one.
    if (!page) return { rows: undefined, cut: false, errors };
    rows.push(...page.items);
    onRows(rows.length);
    after = page.endCursor;
  } while (after !== null && rows.length < most);
  return { rows: rows.slice(0, most), cut: after !== null || rows.length > most, errors };
}
