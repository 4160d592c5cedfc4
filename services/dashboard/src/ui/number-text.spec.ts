import { expect, it } from '@jest/globals';
import { readNumber } from './number-text.js';

it('reads a number as French and English keyboards write it', () => {
  expect(readNumber('12,5')).toBe(12.5);
  expect(readNumber('12.5')).toBe(12.5);
  expect(readNumber('1 200')).toBe(1200);
  expect(readNumber('−0,58')).toBe(-0.58);
});

it('keeps nothing typed apart from something that is no number', () => {
  expect(readNumber('')).toBeNull();
  expect(readNumber('douze')).toBeNaN();
  expect(readNumber('1,2,3')).toBeNaN();
});
