import { expect, it } from '@jest/globals';
import { communeOf, isCommune, isZone, zoneOfCommune } from './communes.js';

it.each([
  ['the code given', '33063', '99999', 'Ailleurs', '33063'],
  ['the city of an arrondissement', '69383', '69003', 'Lyon', '69123'],
  ['name and postcode, written any way', null, '16100', 'CHATEAUBERNARD', '16089'],
  [
    'the only one of its name in the department, behind a large user’s postcode',
    null,
    '16016',
    'Angoulême Cedex',
    '16015',
  ],
  ['the commune a former one became part of', null, '16230', 'Mansle', '16206'],
  ['a saint however shortened', null, '93200', 'St Denis', '93066'],
  ['an unknown code by its name', '33999', '33000', 'Bordeaux', '33063'],
  ['nothing for a name nobody knows', null, '33000', 'Nulle-Part', null],
])('finds the commune of an address by %s', (_how, inseeCode, postcode, commune, code) => {
  expect(communeOf({ inseeCode, postcode, commune })).toBe(code);
});

it('knows communes of today and zones of the IANA list', () => {
  expect([isCommune('33063'), isCommune('33999'), isCommune('69383')]).toEqual([true, false, false]);
  expect([zoneOfCommune('33063'), zoneOfCommune('97411')]).toEqual(['Europe/Paris', 'Indian/Reunion']);
  expect([isZone('Indian/Reunion'), isZone('Europe/Bordeaux'), isZone('+02:00')]).toEqual([true, false, false]);
});
