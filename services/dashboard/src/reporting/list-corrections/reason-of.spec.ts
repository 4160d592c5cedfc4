import { expect, it } from '@jest/globals';
import { reasonOf } from './reason-of.js';

const note = (at: string, reason: string) => ({ at, reason, author: 'someone' });
const notes = [
  note('2026-04-20T10:00:00.000Z', 'Saisi deux fois'),
  note('2026-04-20T10:00:04.000Z', 'Mauvaise durée'),
  note('2026-05-02T09:00:00.000Z', 'Mauvaise personne'),
];

it('takes of several notes on one act the one written with the event', () => {
  expect(reasonOf(notes, '2026-04-20T10:00:03.990Z')?.reason).toBe('Mauvaise durée');
  expect(reasonOf(notes, '2026-05-02T09:00:00.020Z')?.reason).toBe('Mauvaise personne');
});

it('claims no reason for what nobody explained', () => {
  expect(reasonOf(notes, '2026-04-21T10:00:00.000Z')).toBeUndefined();
  expect(reasonOf([], '2026-04-20T10:00:00.000Z')).toBeUndefined();
});
