import { parse } from 'csv-parse/sync';
import { NOT_A_TABLE } from './file.refusals.js';
import { readWorkbook } from './read-workbook.js';
import { plainCell } from './safe-cell.js';

/** Something put right on the way, told to whoever imports. */
export interface Repair {
  readonly fr: string;
  readonly en: string;
}

/** A row as found: cells by column, or what keeps it from being one. */
export type TableRow =
  | { readonly cells: Readonly<Record<string, string>> }
  | { readonly broken: Repair; readonly start: string };

/** A file as a table, with how it was understood. */
export interface Table {
  readonly format: 'CSV' | 'JSON' | 'XLSX';
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252';
  readonly delimiter: string | null;
  readonly repairs: readonly Repair[];
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** Reads a CSV, the first sheet of an XLSX workbook, or a JSON array. Refuses `NOT_A_TABLE`, naming what was recognised. */
export async function readTable(bytes: Buffer): Promise<Table> {
  if (bytes.subarray(0, 4).equals(ZIP)) return readSheet(bytes);
  const { text, encoding, repairs } = decode(bytes);
  const start = text.trimStart();
  if (start === '') throw notATable('fichier vide', 'an empty file');
  if (start.includes('\0')) throw notATable('fichier binaire', 'a binary file');
  const content =
    start.startsWith('[') || start.startsWith('{')
      ? readJson(start)
      : readCsv(text, /^\s*<(!doctype|html|\?xml)/i.test(text));
  return { ...content, encoding, repairs: [...repairs, ...content.repairs] };
}

const ZIP = Buffer.from('PK\u0003\u0004');
const MAGIC: readonly (readonly [signature: string, fr: string, en: string])[] = [
  ['d0cf11e0', 'ancien classeur Excel', 'an old Excel workbook'],
  ['25504446', 'document PDF', 'a PDF document'],
  ['89504e47', 'image PNG', 'a PNG image'],
  ['ffd8ff', 'image JPEG', 'a JPEG image'],
  ['1f8b', 'archive gzip', 'a gzip archive'],
];

const notATable = (what: string, whatEn: string) => NOT_A_TABLE({ what, whatEn }, 'input.fileId');

function decode(bytes: Buffer): { text: string; encoding: Table['encoding']; repairs: Repair[] } {
  const head = bytes.subarray(0, 8).toString('hex');
  for (const [signature, fr, en] of MAGIC) if (head.startsWith(signature)) throw notATable(fr, en);
  if (head.startsWith('fffe') || head.startsWith('feff')) {
    const text = new TextDecoder(head.startsWith('fffe') ? 'utf-16le' : 'utf-16be').decode(bytes);
    return {
      text,
      encoding: 'UTF-16',
      repairs: [{ fr: 'Fichier en UTF-16 : relu.', en: 'File in UTF-16: read as such.' }],
    };
  }
  try {
    // The decoder takes a leading byte-order mark away by itself.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8', repairs: [] };
  } catch {
    const repair = {
      fr: 'Fichier en Latin-1 (Windows-1252) : accents rétablis.',
      en: 'File in Latin-1 (Windows-1252): accents restored.',
    };
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252', repairs: [repair] };
  }
}

async function readSheet(bytes: Buffer): Promise<Table> {
  const lines = await readWorkbook(bytes);
  if (!lines) throw notATable('archive zip, ou classeur abîmé', 'a zip archive or a damaged workbook');
  const [header = [], ...body] = lines;
  if (header.length < 2)
    throw notATable(
      'classeur dont la première feuille n’a pas de colonnes',
      'a workbook whose first sheet has no columns',
    );
  const columns = distinct(header);
  const rows = body
    .filter((line) => line.some((cell) => cell !== ''))
    .map((line): TableRow => ({ cells: Object.fromEntries(columns.map((column, at) => [column, line[at] ?? ''])) }));
  return { format: 'XLSX', encoding: 'UTF-8', delimiter: null, repairs: [], columns, rows };
}

type Content = Omit<Table, 'encoding'>;

function readJson(text: string): Content {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw notATable('JSON interrompu ou mal formé', 'JSON that breaks off or is malformed');
  }
  if (!Array.isArray(parsed)) throw notATable('objet JSON, et non une liste', 'a JSON object, not a list');
  const columns = new Set<string>();
  const rows = parsed.map((item: unknown): TableRow => {
    if (typeof item !== 'object' || item === null || Array.isArray(item))
      return {
        broken: { fr: 'Cet élément n’est pas un objet.', en: 'This item is no object.' },
        start: JSON.stringify(item).slice(0, 80),
      };
    const cells = Object.entries(item).map(([column, value]): [string, string] => [column, asText(value)]);
    for (const [column] of cells) columns.add(column);
    return { cells: Object.fromEntries(cells) };
  });
  return { format: 'JSON', delimiter: null, repairs: [], columns: [...columns], rows };
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(asText).join('|');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function readCsv(text: string, isMarkup: boolean): Content {
  if (isMarkup) throw notATable('page HTML ou XML', 'an HTML or XML page');
  const delimiter = delimiterOf(text);
  if (delimiter === undefined) throw notATable('texte sans colonnes', 'text without columns');
  let lines: string[][];
  try {
    lines = parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
  } catch {
    throw notATable('CSV dont un guillemet n’est jamais refermé', 'a CSV with a quote that is never closed');
  }
  const [header = [], ...body] = lines;
  const columns = distinct(header);
  const rows = body.map((line): TableRow => {
    const extra = line.slice(columns.length).some((cell) => cell.trim() !== '');
    if (extra || (line.length < columns.length && line.length === 1))
      return {
        broken: {
          fr: `Cette ligne a ${line.length} cellules pour ${columns.length} colonnes.`,
          en: `This row has ${line.length} cells for ${columns.length} columns.`,
        },
        start: line.join(delimiter).slice(0, 80),
      };
    return { cells: Object.fromEntries(columns.map((column, index) => [column, plainCell(line[index] ?? '')])) };
  });
  const repairs =
    delimiter === ','
      ? []
      : [
          {
            fr: `Colonnes séparées par ${delimiter === ';' ? 'des points-virgules' : delimiter === '|' ? 'des barres' : 'des tabulations'} : lues ainsi.`,
            en: `Columns separated by ${delimiter === ';' ? 'semicolons' : delimiter === '|' ? 'bars' : 'tabs'}: read as such.`,
          },
        ];
  return { format: 'CSV', delimiter, repairs, columns, rows };
}

/** Every column under a name of its own: a second « telephone » must not take the place of the first. */
function distinct(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((cell, index) => {
    const name = cell.trim() || `#${index + 1}`;
    let own = name;
    for (let again = 2; taken.has(own); again++) own = `${name} (${again})`;
    taken.add(own);
    return own;
  });
}

/** The sign that parts the header into the most columns, outside quotes; none when there is but one column. */
function delimiterOf(text: string): string | undefined {
  const header = (/^(?:[^"\r\n]|"[^"]*")*/.exec(text.trimStart())?.[0] ?? '').replace(/"[^"]*"/g, 'x');
  const counts = [',', ';', '\t', '|'].map((sign) => [sign, header.split(sign).length] as const);
  const [best] = counts.sort((a, b) => b[1] - a[1]);
  return best && best[1] > 1 ? best[0] : undefined;
}
