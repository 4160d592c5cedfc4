import { PLACE_WORDS } from './place-words.js';
import { PIVOT_PLACEHOLDER } from './read-field.js';
import { type PlaceRecord, STANDARD_FIELDS, type StandardField } from './standard-fields.js';

/** A field of a place as the standard writes it: `|` between items, empty when not said. */
export function writeField(field: StandardField, record: PlaceRecord): string {
  const value = record[field.property];
  // The standard wants a pivot; this is how it says that none is known.
  if (value === null) return field.kind === 'pivot' ? PIVOT_PLACEHOLDER : '';
  if (!Array.isArray(value)) return value;
  const labels: Readonly<Record<string, string>> = field.words ? PLACE_WORDS[field.words] : {};
  return value.map((item) => labels[item] ?? item).join('|');
}

/** The 32 cells of a place, in the standard's order. */
export function writeStandardRow(record: PlaceRecord): string[] {
  return STANDARD_FIELDS.map((field) => writeField(field, record));
}

/** How many of the 32 fields of a place say something. */
export function filledFields(record: PlaceRecord): number {
  return STANDARD_FIELDS.filter(({ property }) => {
    const value = record[property];
    return Array.isArray(value) ? value.length > 0 : value !== null;
  }).length;
}
