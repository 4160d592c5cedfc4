import { expect, it } from '@jest/globals';
import { centsOf, wholeOf } from './article-query.js';

it('never takes a slip for a zero, which a count would accept', () => {
  expect([null, Number.NaN, 12.5].map(wholeOf)).toEqual([-1, -1, -1]);
  expect([0, 12].map(wholeOf)).toEqual([0, 12]);
});

it('reads euros as cents, exactly', () => {
  expect([8.2, 0, 19.99].map(centsOf)).toEqual([820, 0, 1999]);
  expect([null, Number.NaN].map(centsOf)).toEqual([-1, -1]);
});
