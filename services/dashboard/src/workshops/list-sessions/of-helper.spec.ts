import { expect, it } from '@jest/globals';
import { ofHelper } from './of-helper.js';
import type { SessionRow } from './sessions-table.js';

const here = { id: 'here', name: 'Ici' };
const session = (id: string, from: string, until: string, place = here): SessionRow => ({
  ...{ id, title: id, room: null, startsAt: `2026-12-01T${from}:00Z`, endsAt: `2026-12-01T${until}:00Z` },
  ...{ seats: 8, seatsTaken: 0, seatsHeld: 0, state: 'SCHEDULED', place },
});
const shift = (id: string, state = 'SCHEDULED') => ({
  ...{ id, startsAt: '2026-12-01T09:00:00Z', endsAt: '2026-12-01T12:00:00Z', needed: 2, taken: 1, place: here, state },
});

it('is made of a helper’s shifts, and of the sessions where and while they are there', () => {
  const sessions = [
    session('before', '07:00', '09:00'),
    session('begins before', '08:00', '09:30'),
    session('within', '10:00', '11:00'),
    session('elsewhere', '10:00', '11:00', { id: 'there', name: 'Là' }),
    session('after', '12:00', '13:00'),
  ];
  expect(ofHelper(sessions, [shift('held')], 'Créneau').map(({ id, href }) => [id, href])).toEqual([
    ['begins before', undefined],
    ['held', '/shifts'],
    ['within', undefined],
  ]);
  expect(ofHelper(sessions, [shift('called off', 'CANCELLED')], 'Créneau')).toEqual([]);
});
