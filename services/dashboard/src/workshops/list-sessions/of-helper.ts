import type { SessionRow } from './sessions-table.js';

/** A helper’s shift, as much of it as their week shows. */
interface Held {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly state: string;
  readonly needed: number;
  readonly taken: number;
  readonly place: { readonly id: string; readonly name: string | null };
}

/** A helper’s week: their shifts, and the sessions that are held where and while they are there. */
export function ofHelper(
  sessions: readonly SessionRow[],
  shifts: readonly Held[],
  word: string,
): readonly SessionRow[] {
  const held = shifts.filter(({ state }) => state !== 'CANCELLED');
  const covered = sessions.filter(({ startsAt, endsAt, place }) =>
    held.some(
      (shift) =>
        shift.place.id === place?.id &&
        Date.parse(shift.startsAt) < Date.parse(endsAt) &&
        Date.parse(startsAt) < Date.parse(shift.endsAt),
    ),
  );
  const rows = held.map(
    ({ id, startsAt, endsAt, needed, taken, place }): SessionRow => ({
      ...{ id, startsAt, endsAt, place, title: word, room: null, state: 'SCHEDULED' },
      ...{ seats: needed, seatsTaken: taken, seatsHeld: 0, href: '/shifts' },
    }),
  );
  return [...rows, ...covered].sort((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt));
}
