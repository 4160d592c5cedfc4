import { searchText } from '#runtime';
import { type Term, termToday } from './old-terms.js';
import { PLACE_WORDS, type PlaceWordList } from './place-words.js';
import { type Finding, readText } from './read-field.js';
import { type PlaceRecord, STANDARD_FIELDS, type StandardField } from './standard-fields.js';
import { writeField } from './write-standard-row.js';

/** What is to be said of one field of a row. */
export interface RowNote {
  readonly column: string;
  readonly found: string;
  readonly kept: string;
  readonly fate: Finding['fate'];
  readonly fr: string;
  readonly en: string;
}

/** A row read by the rules of the standard: the place it describes, unless something makes that impossible. */
export interface RowReading {
  readonly record: PlaceRecord | null;
  readonly notes: readonly RowNote[];
}

/** Cells by column of the standard. */
export type StandardCells = Readonly<Record<string, string | undefined>>;

const labelsOf = new Map<PlaceWordList, Map<string, string>>(
  (Object.keys(PLACE_WORDS) as PlaceWordList[]).map((list) => [
    list,
    new Map(Object.entries(PLACE_WORDS[list]).map(([word, label]) => [searchText(label), word])),
  ]),
);

/** Reads a row; whatever is not kept as it was found is noted, with its reason. */
export function readStandardRow(cells: StandardCells): RowReading {
  const values = new Map<string, string | string[] | null>();
  const findings = new Map<string, Finding[]>();
  const say = (column: string, ...said: readonly Finding[]) =>
    findings.set(column, [...(findings.get(column) ?? []), ...said]);
  const raw = new Map(STANDARD_FIELDS.map(({ column }) => [column, composed(cells[column])]));
  const moved: Term[] = [];

  for (const field of STANDARD_FIELDS) {
    const text = raw.get(field.column) ?? '';
    if (field.kind === 'words' || isList(field)) {
      const list = field.kind === 'words' ? readWords(field, text) : readItems(field, text);
      values.set(field.column, list.kept);
      say(field.column, ...list.findings);
      moved.push(...list.moved);
      continue;
    }
    const reading = text === '' ? { kept: null } : readText(field.kind, text);
    values.set(field.column, reading.kept);
    if ('finding' in reading && reading.finding) say(field.column, reading.finding);
    const unknownPivot = field.kind === 'pivot' && text !== '';
    if (field.required && reading.kept === null && !unknownPivot && !findings.has(field.column))
      say(field.column, { fate: 'refused', fr: 'Ce champ est obligatoire.', en: 'This field is required.' });
  }
  place(moved, values, say);
  settleCoordinates(values, say);

  const record = Object.fromEntries(
    STANDARD_FIELDS.map(({ column, property }) => [property, values.get(column)]),
  ) as unknown as PlaceRecord;
  const notes = STANDARD_FIELDS.flatMap((field) => noteOf(field, raw.get(field.column) ?? '', record, findings));
  return { record: notes.some((note) => note.fate === 'refused') ? null : record, notes };
}

function noteOf(
  field: StandardField,
  found: string,
  record: PlaceRecord,
  findings: ReadonlyMap<string, readonly Finding[]>,
): RowNote[] {
  const said = findings.get(field.column) ?? [];
  const fate = said.some((finding) => finding.fate === 'refused' || (field.required && finding.fate === 'dropped'))
    ? 'refused'
    : said.some((finding) => finding.fate === 'dropped')
      ? 'dropped'
      : 'repaired';
  const unknownPivot = field.kind === 'pivot' && record.pivot === null;
  const kept = fate === 'refused' || unknownPivot ? '' : writeField(field, record);
  const same = kept === (isListed(field) ? splitList(field, found).join('|') : found);
  if (said.length === 0 && same) return [];
  const because =
    said.length > 0 ? said : [{ fr: 'Doublons ou écriture remis en forme.', en: 'Repeats or spelling put into form.' }];
  const sentences = (language: 'fr' | 'en') => [...new Set(because.map((finding) => finding[language]))].join(' ');
  return [{ column: field.column, found, kept, fate, fr: sentences('fr'), en: sentences('en') }];
}

const isList = (field: StandardField) => ['links', 'emails', 'texts'].includes(field.kind);
const isListed = (field: StandardField) => field.kind === 'words' || isList(field);

function composed(text: string | undefined): string {
  return (text ?? '').normalize('NFC').trim();
}

/** The standard's text says `;`, its patterns say `|`: both are read. A web address may itself hold a `;`. */
function splitList(field: StandardField, text: string): string[] {
  return text
    .split(field.kind === 'links' ? /\||;(?=\s*(?:https?:|www\.))/ : /[|;]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function readItems(field: StandardField, text: string) {
  const readings = splitList(field, text).map((item) => readText(field.kind, item));
  const kept = [...new Set(readings.flatMap((reading) => reading.kept ?? []))];
  return { kept, findings: readings.flatMap((reading) => reading.finding ?? []), moved: [] as Term[] };
}

function readWords(field: StandardField, text: string) {
  const list = field.words ?? 'StructureType';
  const kept: string[] = [];
  const moved: Term[] = [];
  const findings: Finding[] = [];
  for (const item of splitList(field, text)) {
    const word = labelsOf.get(list)?.get(searchText(item));
    const terms = word === undefined ? termToday(list, item) : undefined;
    if (word !== undefined) kept.push(word);
    else if (terms && terms.length > 0) {
      for (const term of terms) {
        if (term[0] === list) kept.push(term[1]);
        else moved.push(term);
      }
      findings.push({ fate: 'repaired', fr: 'Ancien terme traduit.', en: 'Old term translated.' });
    } else if (terms)
      findings.push({
        fate: 'dropped',
        fr: `« ${item} » n’a pas d’équivalent dans le standard.`,
        en: `“${item}” has no counterpart in the standard.`,
      });
    else if (list === 'NationalProgramme') {
      moved.push(['otherLabels', item]);
      findings.push({
        fate: 'repaired',
        fr: `« ${item} » rangé dans autres_formations_labels.`,
        en: `“${item}” moved to autres_formations_labels.`,
      });
    } else
      findings.push({
        fate: 'dropped',
        fr: `« ${item.slice(0, 80)} » n’est pas une valeur du standard.`,
        en: `“${item.slice(0, 80)}” is not a value of the standard.`,
      });
  }
  return { kept: [...new Set(kept)], findings, moved };
}

type Say = (column: string, ...said: readonly Finding[]) => void;

/** Puts terms into the list that holds them today. */
function place(moved: readonly Term[], values: Map<string, string | string[] | null>, say: Say): void {
  for (const [list, word] of moved) {
    const field = STANDARD_FIELDS.find(({ words, property }) => words === list || property === list);
    const current = field ? values.get(field.column) : undefined;
    if (!field || !Array.isArray(current) || current.includes(word)) continue;
    values.set(field.column, [...current, word]);
    say(field.column, { fate: 'repaired', fr: 'Repris d’un autre champ.', en: 'Taken from another field.' });
  }
}

/** A point needs both figures; in mainland France the two cannot be mistaken for each other. */
function settleCoordinates(values: Map<string, string | string[] | null>, say: Say): void {
  const number = (column: string) => (values.get(column) == null ? undefined : Number(values.get(column)));
  const [latitude, longitude] = [number('latitude'), number('longitude')];
  if (latitude === undefined && longitude === undefined) return;
  const finding = wrongPoint(latitude, longitude, !/^9[78]/.test(String(values.get('code_postal') ?? '97')));
  if (!finding) return;
  const swapped = finding.fate === 'repaired';
  const [first, second] = [values.get('latitude') ?? null, values.get('longitude') ?? null];
  values.set('latitude', swapped ? second : null);
  values.set('longitude', swapped ? first : null);
  say('latitude', finding);
  say('longitude', finding);
}

function wrongPoint(latitude: number | undefined, longitude: number | undefined, mainland: boolean) {
  const said = (fate: Finding['fate'], fr: string, en: string): Finding => ({ fate, fr, en });
  if (latitude === undefined || longitude === undefined)
    return said(
      'dropped',
      'Une coordonnée sans l’autre ne situe rien.',
      'One coordinate without the other places nothing.',
    );
  if (mainland && latitude > -6 && latitude < 11 && longitude > 40 && longitude < 52)
    return said('repaired', 'Latitude et longitude étaient échangées.', 'Latitude and longitude were swapped.');
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180 || (latitude === 0 && longitude === 0))
    return said('dropped', 'Ces coordonnées ne désignent aucun lieu.', 'These coordinates name no place.');
  return undefined;
}
