import { NOT_FOUND, requireVersion } from '#errors';
import { lockAggregate } from '#messaging';
import { type Tx } from '#persistence';
import { seriesFor } from '../series/series-for.js';
import { type WorkshopSeries } from '../series/workshop-series.entity.js';
import { Session } from '../sessions/session.entity.js';

/** All seats that a freed one may touch: those of one session, or of every session of its series. */
export interface Seats {
  readonly series: WorkshopSeries | null;
  /** In order of their beginning. */
  readonly sessions: Session[];
}

/**
 * A session and the seats beside it, all heads locked: a series’ first, then its sessions’ by their ids, so that whoever frees or
 * offers seats takes turns. Refuses `NOT_FOUND`, `CHANGED_MEANWHILE`.
 */
export async function seatsOfSession(
  tx: Tx,
  sessionId: string,
  expectedVersion?: number | null,
): Promise<Seats & { session: Session }> {
  const found = await tx.findOne(Session, { where: { id: sessionId }, select: { id: true, seriesId: true } });
  const missing = () => NOT_FOUND({ what: 'Séance', whatEn: 'Session' }, 'input.sessionId');
  if (!found) throw missing();
  const seats = found.seriesId === null ? null : await seriesFor(tx, found.seriesId);
  const version = await lockAggregate(tx, 'workshops.sessions', sessionId);
  const session =
    seats?.sessions.find(({ id }) => id === sessionId) ?? (await tx.findOneBy(Session, { id: sessionId }));
  if (!session) throw missing();
  requireVersion(version, expectedVersion);
  return { session, series: seats?.series ?? null, sessions: seats?.sessions ?? [session] };
}

/** The sessions of a series that stand, and whether the first of them has begun. */
export function standing(sessions: readonly Session[], now: Date): { sessions: Session[]; begun: boolean } {
  const left = sessions.filter(({ state }) => state !== 'CANCELLED');
  return { sessions: left, begun: left.some(({ state, startsAt }) => state === 'CLOSED' || startsAt <= now) };
}

/** Writes how many seats of these sessions are taken and held; the constraint has the last word. One statement. */
export async function saveSeats(tx: Tx, sessions: readonly Session[]): Promise<void> {
  await tx.query(
    `UPDATE session SET seats_taken = s.taken, seats_held = s.held
     FROM unnest($1::uuid[], $2::int[], $3::int[]) AS s(id, taken, held) WHERE session.id = s.id`,
    [
      sessions.map(({ id }) => id),
      sessions.map(({ seatsTaken }) => seatsTaken),
      sessions.map(({ seatsHeld }) => seatsHeld),
    ],
  );
}
