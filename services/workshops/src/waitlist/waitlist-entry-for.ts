import { In } from 'typeorm';
import { NOT_FOUND } from '#errors';
import { type Tx } from '#persistence';
import { seriesFor } from '../series/series-for.js';
import { type Seats, seatsOfSession } from './seats-for.js';
import { WaitlistEntry } from './waitlist-entry.entity.js';

/** A place in line with the seats around it, their heads locked. Refuses `NOT_FOUND`. */
export async function waitlistEntryFor(
  tx: Tx,
  by: { id: string } | { offerId: string },
): Promise<{ entry: WaitlistEntry; seats: Seats }> {
  const found = await tx.findOne(WaitlistEntry, { where: by, select: { id: true, sessionId: true, seriesId: true } });
  if (!found) throw NOT_FOUND({ what: 'Attente', whatEn: 'Place in line' }, 'input.waitlistEntryId');
  const seats = await seatsWaitedFor(tx, found);
  // Read only now, under the locks: somebody else may have answered first.
  return { entry: await tx.findOneByOrFail(WaitlistEntry, { id: found.id }), seats };
}

/** The seats that an entry waits for, their heads locked. */
export async function seatsWaitedFor(
  tx: Tx,
  { sessionId, seriesId }: Pick<WaitlistEntry, 'sessionId' | 'seriesId'>,
): Promise<Seats> {
  return sessionId === null ? seriesFor(tx, seriesId ?? '') : seatsOfSession(tx, sessionId);
}

/** Whoever is in line or has an offer that runs, for these seats; longest first. */
export function lineFor(tx: Tx, { series, sessions }: Seats): Promise<WaitlistEntry[]> {
  const state = In(['WAITLISTED', 'OFFERED']);
  return tx.find(WaitlistEntry, {
    where: [
      { sessionId: In(sessions.map(({ id }) => id)), state },
      ...(series ? [{ seriesId: series.id, state }] : []),
    ],
    order: { place: 'ASC' },
  });
}
