import { REQUIRED_COLUMNS } from '../place-fields.js';
import type { FileRead } from './import-places.page.js';

/** How a column is to be read: a field of the standard, or '' = not. */
export interface ColumnChoice {
  readonly column: string;
  readonly field: string;
  readonly sample: string;
  readonly filled: number;
}

/** What was proposed, and over it what the person chose. */
export function choicesOf(file: FileRead, chosen: Readonly<Record<string, string>>): ColumnChoice[] {
  return file.columns.map(({ column, field, sample, filled }) => ({
    column,
    sample,
    filled,
    field: chosen[column] ?? field ?? '',
  }));
}

/** Fields that the standard requires and no column is read as. */
export function missingFields(choices: readonly ColumnChoice[]): readonly (typeof REQUIRED_COLUMNS)[number][] {
  const read = new Set(choices.map(({ field }) => field));
  return REQUIRED_COLUMNS.filter((field) => !read.has(field));
}

/** Fields that several columns are read as. */
export function fieldsReadTwice(choices: readonly ColumnChoice[]): string[] {
  const fields = choices.map(({ field }) => field).filter((field) => field !== '');
  return [...new Set(fields.filter((field, index) => fields.indexOf(field) !== index))];
}
