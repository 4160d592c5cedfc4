import { stringify } from 'csv-stringify/sync';
import { safeCell } from '#runtime';
import type { ImportOutcome, ImportRow } from './import-run.entity.js';

const WORDS = {
  fr: {
    header: ['ligne', 'nom', 'résultat', 'champ', 'trouvé', 'gardé', 'raison'],
    ACCEPTED: 'acceptée',
    CORRECTED: 'corrigée',
    REFUSED: 'refusée',
    UNCHANGED: 'inchangée',
  },
  en: {
    header: ['row', 'name', 'outcome', 'field', 'found', 'kept', 'reason'],
    ACCEPTED: 'accepted',
    CORRECTED: 'corrected',
    REFUSED: 'refused',
    UNCHANGED: 'unchanged',
  },
} as const satisfies Record<'fr' | 'en', Record<ImportOutcome, string> & { header: readonly string[] }>;

/** An import's rows as spreadsheets open them: a line per thing said of a row, one line for a row of which nothing is said. */
export function reportCsv(rows: readonly ImportRow[], language: 'fr' | 'en'): string {
  const words = WORDS[language];
  const lines = rows.flatMap(({ row, name, outcome, notes }) =>
    (notes.length > 0 ? notes : [{ field: null, found: '', kept: '', fr: '', en: '' }]).map((note) =>
      [String(row), name ?? '', words[outcome], note.field ?? '', note.found, note.kept, note[language]].map(safeCell),
    ),
  );
  return stringify([[...words.header], ...lines], { bom: true, delimiter: ';', record_delimiter: '\r\n' });
}
