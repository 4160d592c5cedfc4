import { expect, it } from '@jest/globals';
import { dueQuarters } from './due-quarters.js';

it('offers the quarters of a year that are over and settled, newest first, without those published', () => {
  expect(dueQuarters([], '2026-11-27')).toEqual(['2026-T3', '2026-T2', '2026-T1', '2025-T4']);
  expect(dueQuarters(['2026-T2'], '2026-11-27')).toEqual(['2026-T3', '2026-T1', '2025-T4']);
});

it('offers a quarter on the sixteenth day after its end, not on the fifteenth', () => {
  expect(dueQuarters([], '2026-04-15')[0]).toBe('2025-T4');
  expect(dueQuarters([], '2026-04-16')[0]).toBe('2026-T1');
});
