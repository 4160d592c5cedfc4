import { expect, it } from '@jest/globals';
import { mondayOf, mondayOfWeek, shiftDays, weekOf } from './week.js';

it('begins a week on Monday, on a Sunday and across New Year too', () => {
  expect(mondayOf('2026-11-29')).toBe('2026-11-23');
  expect(mondayOf('2026-11-23')).toBe('2026-11-23');
  expect(mondayOf('2027-01-01')).toBe('2026-12-28');
  expect(shiftDays('2026-12-28', 7)).toBe('2027-01-04');
});

it('numbers weeks as the calendar on the wall does, and reads its numbers again', () => {
  const weeks = {
    '2026-11-30': '2026-W49',
    '2026-12-28': '2026-W53',
    '2027-01-04': '2027-W01',
    '2024-12-30': '2025-W01',
  };
  for (const [monday, week] of Object.entries(weeks)) {
    expect(weekOf(monday)).toBe(week);
    expect(mondayOfWeek(week)).toBe(monday);
  }
});

it('takes for no week what is none', () => {
  for (const text of ['2025-W53', '2026-W00', '2026-W54', '2026-49', '2026-11-30', ''])
    expect(mondayOfWeek(text)).toBeUndefined();
});
