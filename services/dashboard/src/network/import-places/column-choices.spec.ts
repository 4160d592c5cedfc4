import { expect, it } from '@jest/globals';
import { choicesOf, fieldsReadTwice, missingFields } from './column-choices.js';

const column = (name: string, field: string | null) => ({ column: name, field, sample: '', filled: 1 });
const file = {
  format: 'CSV',
  encoding: 'UTF-8',
  delimiter: ',',
  rows: 1,
  repairs: [],
  columns: [column('numero', null), column('nom', 'nom'), column('Lieu', null), column('date_maj', 'date_maj')],
};

it('reads columns as proposed, unless the person chose otherwise, leaving one out included', () => {
  const fields = (chosen: Record<string, string>) => choicesOf(file, chosen).map(({ field }) => field);
  expect(fields({})).toEqual(['', 'nom', '', 'date_maj']);
  expect(fields({ numero: 'id', date_maj: '' })).toEqual(['id', 'nom', '', '']);
});

it('names the required fields that no column is read as, and those that two are', () => {
  expect(missingFields(choicesOf(file, {}))).toEqual(['id', 'pivot', 'commune', 'code_postal', 'adresse']);
  expect(missingFields(choicesOf(file, { numero: 'id', nom: '' }))).toContain('nom');
  expect(fieldsReadTwice(choicesOf(file, {}))).toEqual([]);
  expect(fieldsReadTwice(choicesOf(file, { Lieu: 'nom' }))).toEqual(['nom']);
});
