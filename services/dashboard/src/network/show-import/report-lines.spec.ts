import { expect, it } from '@jest/globals';
import { reportLines } from './report-lines.js';

const note = { field: 'nom', found: 'a', kept: 'b', fr: 'x', en: 'x' };
const row = { row: 1, name: 'Ici', outcome: 'CORRECTED' as const, placeId: null, notes: [note, note] };

it('gives a row a line for each thing said of it, and one when nothing is', () => {
  const lines = reportLines([row, { ...row, row: 2, name: null, outcome: 'ACCEPTED', notes: [] }]);
  expect(lines.map(({ row: number, first, note: said }) => [number, first, said !== undefined])).toEqual([
    [1, true, true],
    [1, false, true],
    [2, true, false],
  ]);
  expect(new Set(lines.map(({ key }) => key)).size).toBe(3);
  expect(lines[2]?.name).toBe('–');
});
