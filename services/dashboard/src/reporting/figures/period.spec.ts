import { expect, it } from '@jest/globals';
import { grainOf, periodOf, presets, stepsOf } from './period.js';

it('takes the address at its word, and this year when it says nothing sensible', () => {
  expect(periodOf({ from: '2026-01-01', to: '2026-03-31' }, '2026-11-26')).toEqual({
    from: '2026-01-01',
    to: '2026-03-31',
  });
  expect(periodOf({ from: '2026-04-01', to: '2026-03-31' }, '2026-11-26')).toEqual({
    from: '2026-01-01',
    to: '2026-11-26',
  });
  expect(periodOf({}, '2026-11-26')).toEqual({ from: '2026-01-01', to: '2026-11-26' });
});

it('offers the last three months across New Year', () => {
  expect(presets('2026-01-15').quarter).toEqual({ from: '2025-11-01', to: '2026-01-15' });
});

it('draws every step of a period, also those in which nothing happened', () => {
  expect(stepsOf({ from: '2026-01-30', to: '2026-02-02' }, 'DAY')).toEqual([
    '2026-01-30',
    '2026-01-31',
    '2026-02-01',
    '2026-02-02',
  ]);
  expect(stepsOf({ from: '2026-01-15', to: '2026-03-02' }, 'MONTH')).toEqual([
    '2026-01-01',
    '2026-02-01',
    '2026-03-01',
  ]);
  expect(grainOf({ from: '2026-01-01', to: '2026-11-26' })).toBe('MONTH');
});
