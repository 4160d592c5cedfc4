import type { TableRow } from '#runtime';
import type { ImportNote, ImportOutcome } from '../import-run.entity.js';
import type { Place } from '../place.entity.js';
import { type RowNote, readStandardRow } from '../standard/read-standard-row.js';
import type { PlaceRecord } from '../standard/standard-fields.js';
import { writeStandardRow } from '../standard/write-standard-row.js';
import { cellsByField } from '../table/map-columns.js';
import { sensitiveCell, sensitiveNote } from './sensitive-cell.js';

/** A row as read, before it is compared with what is known. */
export interface ReadRow {
  readonly row: number;
  readonly name: string | null;
  readonly record: PlaceRecord | null;
  readonly notes: readonly ImportNote[];
}

/** A row with its outcome and what is to be done. */
export interface JudgedRow extends ReadRow {
  readonly outcome: ImportOutcome;
  readonly existing: Place | null;
}

/** A place is known by its source and its id there. */
export const keyOf = (record: { source: string; externalId: string }): string =>
  JSON.stringify([record.source, record.externalId]);

/** Reads every row by the rules of the standard; none is lost. */
export function readRows(
  rows: readonly TableRow[],
  mapping: readonly { column: string; field: string | null }[],
  source: string,
): ReadRow[] {
  return rows.map((found, index) => {
    const row = index + 1;
    if ('broken' in found) {
      const hidden = sensitiveNote(found.start, null);
      if (hidden) return { row, name: null, record: null, notes: [hidden] };
      return { row, name: null, record: null, notes: [{ field: null, found: found.start, kept: '', ...found.broken }] };
    }
    const cells = cellsByField(found.cells, mapping);
    const hidden = sensitiveCell(cells);
    if (hidden) return { row, name: null, record: null, notes: [hidden] };
    const unsigned = (cells['source'] ?? '').trim() === '';
    const { record, notes } = readStandardRow(unsigned ? { ...cells, source } : cells);
    const name = (cells['nom'] ?? cells['id'] ?? '').trim().slice(0, 200) || null;
    // Of a row that cannot stand, only what keeps it from standing is worth reading.
    if (record === null)
      return { row, name, record, notes: notes.filter((note) => note.fate === 'refused').map(asNote) };
    return { row, name, record, notes: [...notes.map(asNote), ...(unsigned ? [sourceTaken(source)] : [])] };
  });
}

const asNote = ({ column, found, kept, fr, en }: RowNote): ImportNote => ({ field: column, found, kept, fr, en });

const sourceTaken = (source: string): ImportNote => ({
  field: 'source',
  found: '',
  kept: source,
  fr: 'Source de l’import reprise.',
  en: 'Source of the import taken.',
});

/** Decides how each row ends, against the places known. */
export function judgeRows(
  rows: readonly ReadRow[],
  known: ReadonlyMap<string, Place>,
  mayChange: (branch: string | null) => boolean,
): JudgedRow[] {
  const seen = new Map<string, number>();
  return rows.map((read): JudgedRow => {
    const { record } = read;
    if (record === null) return { ...read, outcome: 'REFUSED', existing: null };
    const existing = known.get(keyOf(record)) ?? null;
    const refused = (fr: string, en: string, field = 'id', found = record.externalId): JudgedRow => ({
      ...read,
      existing,
      outcome: 'REFUSED',
      notes: [{ field, found, kept: '', fr, en }],
    });
    const earlier = seen.get(keyOf(record));
    if (earlier !== undefined)
      return refused(`Même identifiant qu’à la ligne ${earlier}.`, `Same identifier as in row ${earlier}.`);
    seen.set(keyOf(record), read.row);
    if (existing === null) return { ...read, existing, outcome: read.notes.length === 0 ? 'ACCEPTED' : 'CORRECTED' };
    if (isSame(existing, record)) return { ...read, existing, outcome: 'UNCHANGED', notes: [] };
    if (!mayChange(existing.branch))
      return existing.branch === null
        ? refused('Ce lieu est tenu par la coordination nationale.', 'This place is kept by the national coordination.')
        : refused(
            `Ce lieu est tenu par l’antenne ${existing.branch}.`,
            `This place is kept by branch ${existing.branch}.`,
          );
    if (existing.retired)
      return refused('Ce lieu a été retiré de l’annuaire.', 'This place was retired from the directory.');
    if (record.updatedOn < existing.updatedOn)
      return refused(
        `La fiche tenue ici est plus récente (${existing.updatedOn}).`,
        `The record kept here is more recent (${existing.updatedOn}).`,
        'date_maj',
        record.updatedOn,
      );
    return { ...read, existing, outcome: read.notes.length === 0 ? 'ACCEPTED' : 'CORRECTED' };
  });
}

/** Same in every field as the standard writes it. */
function isSame(existing: Place, record: PlaceRecord): boolean {
  const written = writeStandardRow(existing);
  return writeStandardRow(record).every((cell, index) => cell === written[index]);
}
