import { createHash } from 'node:crypto';
import { Refusal } from '#errors';
import { searchText, sensitiveRefusal, type TableRow } from '#runtime';
import type { EnrolmentInput } from '../beneficiaries/enrolment-input.js';
import { communesNamed } from '../communes/communes.js';
import { COMMUNE_NOT_ONE, DAY_NOT_READ, ROW_BROKEN, WORD_NOT_KNOWN, YEAR_NOT_READ } from './import.refusals.js';
import type { PersonColumn, PersonField } from './person-field.js';
import { readLanguage, readWord, type WordField } from './read-word.js';

/** What is said of a row: of which field, and why. Never what the cell held. */
export interface ImportNote {
  field: PersonField | null;
  code: string;
  fr: string;
  en: string;
}

/** A row as somebody would have typed it into the form, and what could not be read. */
export interface PersonRead {
  readonly input: EnrolmentInput;
  readonly notes: readonly ImportNote[];
  /** The same for the same person of the same list. */
  readonly key: string;
  /** The list has a number of its own for the person. */
  readonly numbered: boolean;
}

/** What stands for a column that the list does not have. */
export interface ListDefaults {
  readonly source: string;
  readonly privacyNoticeReadOn: string | null;
}

/** What a refusal says of a field. */
export function noteOf(refusal: Refusal, field: PersonField | null): ImportNote {
  return { field, code: refusal.code, fr: refusal.fr, en: refusal.en };
}

/** Reads a row by the rules of its columns: everything that is wrong with it is said, not only the first thing. */
export function readPerson(row: TableRow, columns: readonly PersonColumn[], list: ListDefaults): PersonRead {
  const notes: ImportNote[] = [];
  const cells = 'cells' in row ? row.cells : {};
  if ('broken' in row) notes.push(noteOf(ROW_BROKEN(row.broken), null));
  const cell = (field: PersonField) => cellOf(cells, columns, field);
  const read = <V>(field: PersonField, how: (text: string) => V): V | undefined => {
    const text = cell(field);
    if (text === '') return undefined;
    try {
      return how(text);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      notes.push(noteOf(error, field));
      return undefined;
    }
  };
  const word = <F extends WordField>(field: F) =>
    read(field, (text) => {
      const value = readWord(field, text);
      if (value === undefined) throw WORD_NOT_KNOWN({});
      return value;
    });
  const phone = cell('PHONE');
  const input: EnrolmentInput = {
    kind: 'TRACKED',
    givenName: cell('GIVEN_NAME') || null,
    familyName: cell('FAMILY_NAME') || null,
    birthYear: read('BIRTH_YEAR', yearIn) ?? null,
    gender: word('GENDER') ?? 'NOT_STATED',
    socialStatus: word('SOCIAL_STATUS') ?? 'NOT_STATED',
    communeCode: communeIn(cell('COMMUNE'), cell('POSTCODE'), notes),
    // A spreadsheet takes a number's leading zero away.
    phone: (/^[1-9]\d{8}$/.test(phone) ? `0${phone}` : phone) || null,
    noPhone: false,
    email: cell('EMAIL') || null,
    noEmail: false,
    contactPreference: word('CONTACT_PREFERENCE') ?? 'NONE',
    spokenLanguage: read('LANGUAGE', readLanguage) ?? null,
    orientationSource: word('ORIENTATION_SOURCE') ?? 'SELF',
    firstNeed: word('FIRST_NEED') ?? null,
    privacyNoticeReadOn: read('PRIVACY_NOTICE_READ_ON', dayIn) ?? list.privacyNoticeReadOn,
    occurredOn: read('ENROLLED_ON', dayIn) ?? null,
  };
  const ownNumber = cell('OWN_NUMBER');
  const sensitive = sensitiveRefusal(ownNumber, 'OWN_NUMBER');
  if (sensitive) notes.push(noteOf(sensitive, 'OWN_NUMBER'));
  return { input, notes, key: keyOf(list.source, ownNumber, input), numbered: ownNumber !== '' };
}

function cellOf(cells: Readonly<Record<string, string>>, columns: readonly PersonColumn[], field: PersonField): string {
  const column = columns.find((candidate) => candidate.field === field)?.column;
  return column === undefined ? '' : (cells[column] ?? '').trim();
}

/** Refuses `YEAR_NOT_READ`: of a day of birth the year alone is kept. */
function yearIn(text: string): number {
  const year = /^(?:\d{1,2}[/.-]\d{1,2}[/.-])?(\d{4})(?:-\d{2}-\d{2})?$/.exec(text)?.[1];
  if (year === undefined) throw YEAR_NOT_READ({});
  return Number(year);
}

/** Refuses `DAY_NOT_READ`. */
function dayIn(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : text;
  const found = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : undefined;
  if (!found || Number.isNaN(found.getTime()) || found.toISOString().slice(0, 10) !== iso) throw DAY_NOT_READ({});
  return iso;
}

function communeIn(name: string, postcode: string, notes: ImportNote[]): string | null {
  if (name === '' && postcode === '') return null;
  const found = communesNamed(name, postcode);
  const [only] = found;
  if (only && found.length === 1) return only.code;
  // A postcode shared by several villages, and nothing else said: where they live is not known.
  if (name === '') return null;
  notes.push(noteOf(COMMUNE_NOT_ONE({ found: found.length }), 'COMMUNE'));
  return null;
}

/** Made of the list's own number, else of everything that tells people apart. */
function keyOf(source: string, ownNumber: string, { givenName, familyName, birthYear, phone, email }: EnrolmentInput) {
  const parts =
    ownNumber !== ''
      ? [searchText(source), ownNumber]
      : [
          searchText(familyName),
          searchText(givenName),
          String(birthYear ?? ''),
          (phone ?? '').replace(/\D/g, ''),
          email?.toLowerCase() ?? '',
        ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
