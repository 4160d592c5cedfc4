import { describe, expect, it } from '@jest/globals';
import { type Shelf, suggest } from './suggestion.js';

const shelf = (branch: string, ready: number, soldLately: number, grade: Shelf['grade'] = 'B'): Shelf => ({
  branch,
  type: 'COMPUTER',
  grade,
  ready,
  soldLately,
});

describe('a suggestion of transfers', () => {
  it('brings what a branch has too much of to the one that runs short', () => {
    expect(suggest([shelf('BX', 0, 10), shelf('LY', 25, 4), shelf('LI', 12, 5)])).toEqual([
      { from: 'LY', to: 'BX', type: 'COMPUTER', grade: 'B', count: 10 },
    ]);
  });

  it('never empties a branch of what it sells in a month, nor mixes grades', () => {
    expect(suggest([shelf('BX', 0, 10), shelf('LY', 9, 8), shelf('LI', 30, 0, 'C')])).toEqual([
      { from: 'LY', to: 'BX', type: 'COMPUTER', grade: 'B', count: 1 },
    ]);
  });

  it('shares a shortage between several branches and says nothing where nothing is short', () => {
    expect(
      suggest([shelf('BX', 0, 10), shelf('LY', 6, 0), shelf('LI', 5, 0)]).map(({ from, count }) => [from, count]),
    ).toEqual([
      ['LY', 6],
      ['LI', 4],
    ]);
    expect(suggest([shelf('BX', 10, 10), shelf('LY', 25, 4)])).toEqual([]);
  });
});
