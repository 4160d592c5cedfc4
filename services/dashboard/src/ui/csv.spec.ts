import { expect, it } from '@jest/globals';
import { csvOf } from './csv.js';

it('writes what a French spreadsheet reads, and lets no cell run as a formula', () => {
  expect(
    csvOf([
      ['a;b', 'dit "oui"', 1.5],
      ['=1+1', '@x', -2],
    ]),
  ).toBe('\uFEFF"a;b";"dit ""oui""";1,5\r\n\'=1+1;\'@x;-2\r\n');
});
