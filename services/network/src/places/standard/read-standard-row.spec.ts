import { expect, it } from '@jest/globals';
import { plainCell, safeCell } from '#runtime';
import { type RowNote, readStandardRow } from './read-standard-row.js';
import { STANDARD_FIELDS } from './standard-fields.js';
import { writeStandardRow } from './write-standard-row.js';

const place = {
  id: 'structure-1',
  pivot: '43493312300029',
  nom: 'Espace numérique',
  commune: 'Reims',
  code_postal: '51100',
  adresse: '12 rue Haute',
  source: 'Hubik',
  date_maj: '2024-04-02',
};

const read = (cells: Record<string, string>) => readStandardRow({ ...place, ...cells });
const noteOn = (column: string, notes: readonly RowNote[]) => notes.find((note) => note.column === column);

it('keeps a row of the standard as it is and writes it back cell by cell', () => {
  const cells: Record<string, string> = {
    ...place,
    latitude: '43.52600',
    longitude: '5.41423',
    typologie: 'TIERS_LIEUX|ASSO',
    telephone: '+33180059880',
    courriels: 'accueil@exemple.fr|contact@exemple.fr',
    site_web: 'https://www.exemple.fr/|https://exemple.org/a;b',
    horaires: 'Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00',
    itinerance: 'Itinérant',
    services: 'Maîtrise des outils numériques du quotidien|Loisirs et créations numériques',
    formations_labels: 'Formé à « Mon Espace Santé »|Étapes numériques(La Poste)',
    modalites_acces: "Se présenter|Ce lieu n'accueille pas de public",
  };
  const { record, notes } = readStandardRow(cells);
  expect(notes).toEqual([]);
  expect(record && writeStandardRow(record)).toEqual(STANDARD_FIELDS.map(({ column }) => cells[column] ?? ''));
});

it('refuses a row without what the standard requires, naming each field', () => {
  const { record, notes } = read({ nom: '', pivot: '', date_maj: 'hier' });
  expect(record).toBeNull();
  expect(notes.map((note) => [note.column, note.fate])).toEqual([
    ['pivot', 'refused'],
    ['nom', 'refused'],
    ['date_maj', 'refused'],
  ]);
});

it('takes a pivot of zeros for what it is: no number known', () => {
  const { record, notes } = read({ pivot: '00000000000000' });
  expect(record?.pivot).toBeNull();
  expect(noteOn('pivot', notes)).toMatchObject({ found: '00000000000000', kept: '', fate: 'repaired' });
  expect(record && writeStandardRow(record)[1]).toBe('00000000000000');
});

it('accepts semicolons between items without calling it a correction', () => {
  const { record, notes } = read({ frais_a_charge: 'Gratuit;Payant' });
  expect(record?.fees).toEqual(['FREE', 'PAYING']);
  expect(notes).toEqual([]);
});

it('translates the terms of the older standard and says so', () => {
  const { record, notes } = read({
    services: 'Prendre en main un ordinateur;Utiliser le numérique au quotidien;Accéder à du matériel',
    frais_a_charge: 'Gratuit : Je peux accéder gratuitement au lieu et à ses services',
    publics_specifiquement_adresses: 'Adultes;Jeunes (16-26 ans);Surdité',
    dispositif_programmes_nationaux: 'CNFS;APTIC;Une maison à nous',
  });
  expect(record?.services).toEqual(['EVERYDAY_DIGITAL_TOOLS', 'INTERNET_AND_DEVICES']);
  expect(record?.fees).toEqual(['FREE']);
  expect(record?.audiences).toEqual(['YOUNG_PEOPLE']);
  expect(record?.specificSupports).toEqual(['DEAFNESS']);
  expect(record?.nationalProgrammes).toEqual(['CONSEILLERS_NUMERIQUES']);
  expect(record?.otherLabels).toEqual(['APTIC', 'Une maison à nous']);
  expect(noteOn('publics_specifiquement_adresses', notes)?.fr).toContain('« Adultes » n’a pas d’équivalent');
});

it.each([
  ['telephone', '05 56 00 00 00', '+33556000000'],
  ['telephone', '0262 12 34 56', '+262262123456'],
  ['telephone', '+33 (0)5.56.00.00.00', '+33556000000'],
  ['telephone', '3949', ''],
  ['code_postal', '1600', '01600'],
  ['date_maj', '07/12/2021', '2021-12-07'],
  ['date_maj', '2023-02-22T10:00:00Z', '2023-02-22'],
  ['code_insee', '1004', '01004'],
  ['code_insee', 'Bordeaux', ''],
  ['site_web', 'www.exemple.fr', 'https://www.exemple.fr'],
  ['site_web', 'javascript:alert(1)', ''],
  ['courriels', 'pas une adresse', ''],
  ['services', 'Repasser le linge', ''],
  ['nom', '  Espace  ', 'Espace'],
])('puts %s %j right as %j, or leaves it out, and says why', (column, found, kept) => {
  const { record, notes } = read({ [column]: found });
  const cells = record ? writeStandardRow(record) : [];
  expect(cells[STANDARD_FIELDS.findIndex((field) => field.column === column)]).toBe(kept);
  if (found.trim() !== kept) expect(noteOn(column, notes)).toMatchObject({ found, kept });
});

it('puts swapped coordinates right on the mainland, and drops a lonely or empty point', () => {
  const swapped = read({ latitude: '-0.58', longitude: '44.84' });
  expect([swapped.record?.latitude, swapped.record?.longitude]).toEqual(['44.84', '-0.58']);
  expect(swapped.notes.map((note) => note.column)).toEqual(['latitude', 'longitude']);
  expect(read({ latitude: '44.84' }).record?.latitude).toBeNull();
  expect(read({ latitude: '0', longitude: '0' }).record?.latitude).toBeNull();
  expect(read({ latitude: '44,84', longitude: '-0,58' }).record?.latitude).toBe('44.84');
});

it('cuts a presentation at 280 characters and says so', () => {
  const { record, notes } = read({ presentation_resume: 'a'.repeat(300) });
  expect(record?.summary).toHaveLength(280);
  expect(noteOn('presentation_resume', notes)?.fate).toBe('repaired');
});

it('keeps a spreadsheet from running a cell, and gives it back exactly', () => {
  for (const text of ['=1+1', '@SUM(A1)', '-- atelier', "'=x", '+33180059880', '-0.58', "l'atelier", ''])
    expect(plainCell(safeCell(text))).toBe(text);
  expect(safeCell('=1+1')).toBe("'=1+1");
  expect(safeCell('+33180059880')).toBe('+33180059880');
});
