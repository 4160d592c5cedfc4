import { expect, it } from '@jest/globals';
import { ALL_FIELDS, FORM_FIELDS, GIVEN_FIELDS, type PlaceShown } from './place-fields.js';
import { changedFields, changesOf, fieldsInConflict, filledIn, recordOf, slipsIn, typedOf } from './place-typed.js';

const place = {
  name: 'Médiathèque',
  address: '1 rue Haute',
  postcode: '33000',
  commune: 'Bordeaux',
  latitude: 44.84,
  longitude: -0.58,
  emails: ['a@exemple.fr', 'b@exemple.fr'],
  services: ['DIGITAL_SAFETY'],
  telephone: null,
} as unknown as PlaceShown;
const base = typedOf(place);

it('asks for every field of the standard once, but those that the service gives', () => {
  const columns = FORM_FIELDS.map(({ column }) => column);
  expect(new Set([...columns, ...GIVEN_FIELDS]).size).toBe(ALL_FIELDS);
  expect(columns.length + GIVEN_FIELDS.length).toBe(ALL_FIELDS);
});

it('sends nothing of a record that was only looked at', () => {
  expect(changesOf(base, typedOf(place))).toEqual({});
  expect(changesOf(base, { ...base, name: ' Médiathèque ', emails: 'a@exemple.fr\n\nb@exemple.fr\n' })).toEqual({});
});

it('sends what was changed, empties what was cleared, and reads a decimal comma', () => {
  const typed = { ...base, emails: 'b@exemple.fr', latitude: '44,9', longitude: '', services: [], telephone: '05 56' };
  expect(changesOf(base, typed)).toEqual({
    emails: ['b@exemple.fr'],
    latitude: 44.9,
    longitude: null,
    services: [],
    telephone: '05 56',
  });
});

it('names every required field left empty, and degrees that are no number, all at once', () => {
  const fields = (typed: object) => slipsIn({ ...base, ...typed }).map(({ code, field }) => `${code} ${field}`);
  expect(fields({ latitude: ' 44,8 ', longitude: '' })).toEqual([]);
  expect(fields({ name: ' ', postcode: '', latitude: '44 nord', longitude: '−' })).toEqual([
    'REQUIRED input.name',
    'REQUIRED input.postcode',
    'NOT_A_NUMBER input.latitude',
    'NOT_A_NUMBER input.longitude',
  ]);
});

it('counts the fields that say something, with the three that the service gives', () => {
  expect(filledIn(typedOf())).toBe(3);
  expect(filledIn(base)).toBe(3 + 8);
  expect(Object.keys(recordOf(base))).toHaveLength(29);
});

it('finds a conflict only where both changed the same field, and differently', () => {
  const there = { ...base, name: 'Bibliothèque', telephone: '1', address: '2 rue Haute' };
  const mine = { ...base, name: 'Médiathèque Centre', telephone: '1', postcode: '33100' };
  expect(fieldsInConflict(base, there, mine).map(({ property }) => property)).toEqual(['name']);
  expect(changedFields(base, mine).map(({ property }) => property)).toEqual(['name', 'postcode', 'telephone']);
});
