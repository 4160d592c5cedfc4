import { sensitiveRefusal } from '#runtime';
import type { ImportNote } from '../import-run.entity.js';
import { type FieldKind, STANDARD_FIELDS } from '../standard/standard-fields.js';

/** Figures and words of a list say nothing freely; long coordinates would look like other numbers. */
const NOT_FREE: ReadonlySet<FieldKind> = new Set([
  'pivot',
  'postcode',
  'insee',
  'latitude',
  'longitude',
  'date',
  'words',
]);
const FREE = STANDARD_FIELDS.filter(({ kind }) => !NOT_FREE.has(kind)).map(({ column }) => column);

/** What keeps a row out because one of its texts holds a number or a password that nobody may keep: the text is not repeated. */
export function sensitiveCell(cells: Readonly<Record<string, string | undefined>>): ImportNote | undefined {
  for (const field of FREE) {
    const note = sensitiveNote(cells[field] ?? '', field);
    if (note) return note;
  }
  return undefined;
}

/** The same of one text, whichever field it stands in. */
export function sensitiveNote(text: string, field: string | null): ImportNote | undefined {
  const refusal = sensitiveRefusal(text, field ?? '');
  return refusal && { field, found: '', kept: '', fr: refusal.fr, en: refusal.en };
}
