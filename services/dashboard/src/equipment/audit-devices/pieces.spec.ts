import { expect, it } from '@jest/globals';
import { piecesOf } from './pieces.js';

it('cuts a table into pieces with the header on each, and numbers their rows through', () => {
  expect(piecesOf('\uFEFFtag;os\r\nA;1\r\n\r\nB;2\r\nC;3\r\n', 2)).toEqual([
    { content: 'tag;os\nA;1\nB;2', firstRow: 1, rows: 2 },
    { content: 'tag;os\nC;3', firstRow: 3, rows: 1 },
  ]);
});

it('cuts no row at a line break between quotes', () => {
  expect(piecesOf('tag,notes\nA,"rayé\net cabossé"\nB,', 1)).toEqual([
    { content: 'tag,notes\nA,"rayé\net cabossé"', firstRow: 1, rows: 1 },
    { content: 'tag,notes\nB,', firstRow: 2, rows: 1 },
  ]);
});

it('cuts a JSON list, and leaves to the service what is none', () => {
  expect(piecesOf('[{"tag":"A"},{"tag":"B"}]', 1).map(({ content }) => content)).toEqual([
    '[{"tag":"A"}]',
    '[{"tag":"B"}]',
  ]);
  expect(piecesOf('[{"tag":\n1')).toEqual([{ content: '[{"tag":\n1', firstRow: 1, rows: 1 }]);
  expect(piecesOf('tag;os\n')).toEqual([]);
});
