import type { ExportWords } from '../../i18n/exports.fr.js';

/** A cell: a text, a number, nothing that applies (null), or something a silent service did not say (undefined). */
export type Cell = string | number | null | undefined;

/** One column of an exported list: its name on the page, what it means, what it says of a row. */
export interface ListColumn<Row> {
  readonly label: string;
  readonly means: keyof ExportWords['columns'];
  readonly value: (row: Row) => Cell;
}

/** What a list is called, what it speaks of and what narrows it; the states it writes, each with its meaning. */
export interface ListHead {
  readonly title: string;
  readonly scope: string;
  readonly filters: readonly string[];
  readonly states?: readonly (readonly [label: string, means: keyof ExportWords['states']])[];
}

/** How the list was read. */
export interface ListTaken {
  readonly at: string;
  /** The most rows a file holds, when there were more. */
  readonly cutAt?: string | undefined;
  /** Services that did not answer for some cells. */
  readonly silent: readonly string[];
}

/**
 * The rows of the file: first what it is, of whom, with which filters, when it was taken and what its columns and states
 * mean, so that it can be read far from the page that made it; then the list itself under its header.
 */
export function listFile<Row>(
  words: ExportWords,
  head: ListHead,
  taken: ListTaken,
  columns: readonly ListColumn<Row>[],
  rows: readonly Row[],
): (string | number)[][] {
  const { head: say } = words;
  const cell = (value: Cell) => (value === undefined ? say.notAvailable : (value ?? '–'));
  return [
    [say.title, head.title],
    [say.scope, head.scope],
    [say.filters, ...(head.filters.length > 0 ? head.filters : [say.none])],
    [say.takenAt, taken.at],
    [say.rows, rows.length],
    ...(taken.cutAt === undefined ? [] : [[say.warning, say.cut.replace('{most}', taken.cutAt)]]),
    ...(taken.silent.length === 0 ? [] : [[say.warning, say.partial.replace('{services}', taken.silent.join(', '))]]),
    [],
    [say.column, say.meaning],
    ...columns.map(({ label, means }) => [label, words.columns[means]]),
    ...(head.states ? [[], [say.state, say.meaning]] : []),
    ...(head.states ?? []).map(([label, means]) => [label, words.states[means]]),
    [],
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map(({ value }) => cell(value(row)))),
  ];
}
