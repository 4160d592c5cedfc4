import type { Fact } from '#events';
import { type Tx } from '#persistence';
import { release, saveEntries, wantedBy } from './offer-seats.js';
import { type Seats, saveSeats } from './seats-for.js';
import { WaitlistEntry } from './waitlist-entry.entity.js';
import { lineFor } from './waitlist-entry-for.js';

/** Whoever is given a seat waits for it no longer. The session’s head is locked by the caller. */
export async function endWaiting(tx: Tx, sessionId: string, beneficiaryId: string, now: Date): Promise<Fact[]> {
  const entry = await tx.findOneBy(WaitlistEntry, { sessionId, beneficiaryId, state: 'WAITLISTED' });
  if (!entry) return [];
  const facts = entry.end('ENROLLED', now);
  await saveEntries(tx, [entry]);
  return facts;
}

/** The same for a whole series; what an offer of theirs held is given back. All heads are locked by the caller. */
export async function endWaitingForSeries(tx: Tx, seats: Seats, beneficiaryId: string, now: Date): Promise<Fact[]> {
  const entry = (await lineFor(tx, seats)).find(
    (waiting) => waiting.beneficiaryId === beneficiaryId && waiting.seriesId !== null,
  );
  if (!entry) return [];
  if (entry.state === 'OFFERED') {
    release(entry, seats.sessions);
    await saveSeats(tx, seats.sessions);
  }
  const facts = entry.end('ENROLLED', now);
  await saveEntries(tx, [entry]);
  return facts;
}

/** Ends every wait for seats that can no longer be had, and gives back what their offers held. */
export async function endWhatIsOver(
  tx: Tx,
  seats: Seats,
  because: 'STARTED' | 'CALLED_OFF',
  now: Date,
): Promise<Fact[]> {
  const over = (await lineFor(tx, seats)).filter((entry) => wantedBy(entry, seats, now).length === 0);
  if (over.length === 0) return [];
  const facts = over.flatMap((entry) => {
    if (entry.state === 'OFFERED') release(entry, seats.sessions);
    return entry.end(because, now);
  });
  await saveSeats(tx, seats.sessions);
  await saveEntries(tx, over);
  return facts;
}
