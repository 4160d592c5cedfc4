import { expect, it } from '@jest/globals';
import { instantOf, localText } from './local-time.js';

it('reads and writes the clock of the branch, wherever the reader sits', () => {
  expect(instantOf('2026-11-26T14:00', 'Europe/Paris')).toBe('2026-11-26T13:00:00.000Z');
  expect(instantOf('2026-11-26T14:00', 'Indian/Reunion')).toBe('2026-11-26T10:00:00.000Z');
  expect(localText('2026-11-26T10:00:00.000Z', 'Indian/Reunion')).toBe('2026-11-26T14:00');
});

it('takes the hour after the one that spring leaves out, and the first of the one that autumn has twice', () => {
  expect(instantOf('2026-03-29T02:30', 'Europe/Paris')).toBe('2026-03-29T01:30:00.000Z');
  expect(instantOf('2026-10-25T02:30', 'Europe/Paris')).toBe('2026-10-25T00:30:00.000Z');
});

it('gives nothing for a field left empty or half filled', () => {
  expect(instantOf('', 'Europe/Paris')).toBeNull();
  expect(instantOf('2026-11-26', 'Europe/Paris')).toBeNull();
});
