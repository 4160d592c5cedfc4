import { expect, it } from '@jest/globals';
import { mondayOf, shiftDays } from './week.js';

it('begins a week on Monday, on a Sunday and across New Year too', () => {
  expect(mondayOf('2026-11-29')).toBe('2026-11-23');
  expect(mondayOf('2026-11-23')).toBe('2026-11-23');
  expect(mondayOf('2027-01-01')).toBe('2026-12-28');
  expect(shiftDays('2026-12-28', 7)).toBe('2027-01-04');
});
