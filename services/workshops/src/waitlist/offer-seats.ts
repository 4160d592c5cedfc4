import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Fact } from '#events';
import { Ids, type Tx } from '#persistence';
import { Enrolment } from '../sessions/enrolment.entity.js';
import { type Session } from '../sessions/session.entity.js';
import { OfferSettings } from './offer-settings.js';
import { type Seats, saveSeats, standing } from './seats-for.js';
import { WaitlistEntry } from './waitlist-entry.entity.js';

/**
 * Gives free seats to whoever waited longest, in the transaction that freed them: between the two nobody else can come first. Of a
 * series every session must have a seat; until then those behind, who wait for one session alone, may go before.
 */
@Injectable()
export class OfferSeats {
  constructor(
    private readonly ids: Ids,
    private readonly settings: OfferSettings,
  ) {}

  /** The offers made, as facts; their rows and seats are written. */
  async execute(tx: Tx, seats: Seats, now: Date): Promise<Fact[]> {
    if (!seats.sessions.some((session) => hasSeat(session, now))) return [];
    const line = await waitingFor(tx, seats);
    const facts: Fact[] = [];
    const offered: WaitlistEntry[] = [];
    for (const entry of line) {
      const wanted = wantedBy(entry, seats, now);
      const [first] = wanted;
      if (!first || !wanted.every((session) => hasSeat(session, now))) continue;
      facts.push(...entry.offer(this.ids.next(), wanted, this.settings.heldUntil(first.startsAt, now), now));
      for (const session of wanted) session.seatsHeld += 1;
      offered.push(entry);
    }
    if (offered.length === 0) return [];
    await saveSeats(tx, seats.sessions);
    await saveEntries(tx, offered);
    return facts;
  }
}

/** Whoever is in line for any of these seats, longest first. */
function waitingFor(tx: Tx, { series, sessions }: Seats): Promise<WaitlistEntry[]> {
  const sessionId = In(sessions.map(({ id }) => id));
  return tx.find(WaitlistEntry, {
    where: [
      { sessionId, state: 'WAITLISTED' },
      ...(series ? [{ seriesId: series.id, state: 'WAITLISTED' as const }] : []),
    ],
    order: { place: 'ASC' },
  });
}

/** The sessions that an entry waits for, in order; none once they have begun. */
export function wantedBy(entry: WaitlistEntry, { sessions }: Seats, now: Date): Session[] {
  if (entry.sessionId !== null)
    return sessions.filter(
      ({ id, state, startsAt }) => id === entry.sessionId && state === 'SCHEDULED' && startsAt > now,
    );
  const { sessions: left, begun } = standing(sessions, now);
  return begun ? [] : left;
}

function hasSeat({ state, startsAt, seats, seatsTaken, seatsHeld }: Session, now: Date): boolean {
  return state === 'SCHEDULED' && startsAt > now && seatsTaken + seatsHeld < seats;
}

/** Gives back the seats that an offer holds. The caller saves them. */
export function release(entry: WaitlistEntry, sessions: readonly Session[]): void {
  for (const session of sessions) if (entry.offeredSessionIds.includes(session.id)) session.seatsHeld -= 1;
}

/** Writes what became of these entries, one statement for all. */
export async function saveEntries(tx: Tx, entries: readonly WaitlistEntry[]): Promise<void> {
  await tx.query(
    `UPDATE waitlist_entry SET state = e.state, ended_because = e.because, offer_id = e.offer_id, offered_at = e.at,
       offered_until = e.until, offered_session_ids = ARRAY(SELECT jsonb_array_elements_text(e.sessions))::uuid[]
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::timestamptz[], $6::timestamptz[], $7::jsonb[])
          AS e(id, state, because, offer_id, at, until, sessions)
     WHERE waitlist_entry.id = e.id`,
    [
      entries.map(({ id }) => id),
      entries.map(({ state }) => state),
      entries.map(({ endedBecause }) => endedBecause),
      entries.map(({ offerId }) => offerId),
      entries.map(({ offeredAt }) => offeredAt),
      entries.map(({ offeredUntil }) => offeredUntil),
      entries.map(({ offeredSessionIds }) => JSON.stringify(offeredSessionIds)),
    ],
  );
}

/** Of these people, who holds a seat in any of these sessions. */
export async function enrolledAmong(tx: Tx, sessions: readonly Session[], beneficiaryId: string): Promise<Set<string>> {
  // Under whichever of their ids: two merged records are one person with one seat.
  const rows = await tx
    .createQueryBuilder(Enrolment, 'e')
    .where(`e.state = 'CONFIRMED' AND e.sessionId IN (:...sessions)`, { sessions: sessions.map(({ id }) => id) })
    .andWhere('e.beneficiaryId IN (SELECT same_person(:person))', { person: beneficiaryId })
    .getMany();
  return new Set(rows.map(({ sessionId }) => sessionId));
}
