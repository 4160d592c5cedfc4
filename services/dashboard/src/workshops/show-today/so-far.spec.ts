import { expect, it } from '@jest/globals';
import { soFar } from './so-far.js';

it('counts a past day without anything as zero, and no day that is still to come', () => {
  const week = soFar([{ start: '2026-11-24', value: 9 }], '2026-11-23', '2026-11-25');
  expect(week.map(({ count }) => count)).toEqual([0, 9, 0, undefined, undefined, undefined, undefined]);
  expect(week.at(-1)?.day).toBe('2026-11-29');
});
