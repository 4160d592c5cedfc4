import { expect, it } from '@jest/globals';
import { labelPlace } from './label-place.js';

it('names the period before where the two lines are furthest apart, away from the other one', () => {
  const close = { value: 1_190, before: 1_150 };
  expect(labelPlace([close, { value: 1_109, before: 421 }])).toEqual({ index: 1, position: 'bottom', align: 'right' });
  expect(labelPlace([{ value: 100, before: 900 }, close])).toEqual({ index: 0, position: 'top', align: 'left' });
});

it('keeps the name off the axis, and away from an end that has no line', () => {
  expect(
    labelPlace([
      { value: 1_100, before: 0 },
      { value: 1_100, before: 20 },
    ]),
  ).toMatchObject({ position: 'top' });
  expect(labelPlace([{ value: 9, before: 4 }, { value: 9 }])).toMatchObject({ index: 0, position: 'bottom' });
  expect(labelPlace([])).toMatchObject({ index: 0 });
});
