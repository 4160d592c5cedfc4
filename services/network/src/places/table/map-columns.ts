import { searchText } from '#runtime';
import { UNKNOWN_FIELD_IN_MAPPING } from '../place.refusals.js';
import type { StandardCells } from '../standard/read-standard-row.js';
import { OLD_COLUMNS, STANDARD_FIELDS } from '../standard/standard-fields.js';

/** A column of the file read as a field of the standard; null = not read. */
export interface ColumnMapping {
  readonly column: string;
  readonly field?: string | null | undefined;
}

const NAMES = new Map<string, string>([
  ...STANDARD_FIELDS.map(({ column }) => [searchText(column), column] as const),
  ...Object.entries(OLD_COLUMNS).map(([old, now]) => [searchText(old), now] as const),
]);
const FIELDS = new Set(STANDARD_FIELDS.map(({ column }) => column));

/** How each column is read: as told, else by its name in any version of the standard. Refuses `UNKNOWN_FIELD_IN_MAPPING`. */
export function mapColumns(
  columns: readonly string[],
  told: readonly ColumnMapping[],
): { column: string; field: string | null }[] {
  for (const { field } of told)
    if (field != null && !FIELDS.has(field)) throw UNKNOWN_FIELD_IN_MAPPING({ field }, 'input.mapping');
  const wanted = new Map(told.map(({ column, field }) => [column, field ?? null]));
  return columns.map((column) => {
    const field = wanted.has(column) ? wanted.get(column) : NAMES.get(searchText(column));
    return { column, field: field ?? null };
  });
}

/** A row's cells by field of the standard; of two columns for one field, the first that says something. */
export function cellsByField(
  cells: Readonly<Record<string, string>>,
  mapping: readonly { column: string; field: string | null }[],
): StandardCells {
  const found: Record<string, string> = {};
  for (const { column, field } of mapping) {
    const text = cells[column];
    if (field !== null && text !== undefined && !found[field]) found[field] = text;
  }
  return found;
}
