import { expect, it } from '@jest/globals';
import { changeOf } from './change-of.js';

const acts = (value: number, previous: number) => changeOf({ unit: 'COUNT', value, previous }, 'then')?.by;

it('says by how much a figure changed against a base of ten or more', () => {
  expect(acts(12, 10)).toBeCloseTo(0.2);
  expect(acts(12, 9)).toBeUndefined();
  expect(changeOf({ unit: 'CENTS', value: 1_100, previous: 1_000 }, 'then')?.by).toBeCloseTo(0.1);
});

it('compares nothing with a time of which next to nothing is known', () => {
  expect(acts(11_875, 19)).toBeUndefined();
  expect(acts(100, 10)).toBeCloseTo(9);
  expect(acts(1, 100)).toBeCloseTo(-0.99);
});

it('moves a rate by points', () => {
  expect(changeOf({ unit: 'RATE', value: 0.75, previous: 0.5 }, 'then')).toEqual({
    by: 25,
    measure: 'points',
    against: 'then',
  });
});
