import { Injectable } from '@nestjs/common';
import { type Fact } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, type Tx } from '#persistence';
import { endWhatIsOver } from '../end-waiting.js';
import { OfferSeats, release, saveEntries } from '../offer-seats.js';
import { type Seats, saveSeats } from '../seats-for.js';
import { lineFor, seatsWaitedFor } from '../waitlist-entry-for.js';

const BATCH = 100;

/** Where something is due: the line of a series, or of a session that stands alone. */
interface Due {
  readonly session_id: string | null;
  readonly series_id: string | null;
}

/**
 * Ends offers that nobody answered and lines whose session begins, and offers what becomes free to the next. What is due is read
 * from the tables by the clock, so that nothing is lost with a process, and nothing happens twice: each line is taken by whoever
 * locks its head first, others go past it, and what they find there afterwards is no longer due.
 */
@Injectable()
export class PassOnOffers {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly offerSeats: OfferSeats,
  ) {}

  /** How many lines were looked after. */
  async execute(): Promise<number> {
    let done = 0;
    for (;;) {
      const due = await this.db.look((tx) => dueBy(tx, this.clock.now()));
      const before = done;
      for (const line of due) if (await this.lookAfter(line)) done += 1;
      // A full batch may hide more; one of which nothing could be had is left to whoever holds it.
      if (due.length < BATCH || done === before) return done;
    }
  }

  private lookAfter(line: Due): Promise<boolean> {
    return this.db.work(async (tx) => {
      if (!(await claim(tx, line))) return false;
      const seats = await seatsWaitedFor(tx, { sessionId: line.session_id, seriesId: line.series_id });
      const now = this.clock.now();
      const facts = [...(await lapse(tx, seats, now)), ...(await endWhatIsOver(tx, seats, 'STARTED', now))];
      if (facts.length === 0) return false;
      facts.push(...(await this.offerSeats.execute(tx, seats, now)));
      await this.outbox.add(tx, facts);
      return true;
    });
  }
}

/** Ends the offers whose time is over, and gives back what they held. */
async function lapse(tx: Tx, seats: Seats, now: Date): Promise<Fact[]> {
  const late = (await lineFor(tx, seats)).filter(
    ({ state, offeredUntil }) => state === 'OFFERED' && offeredUntil !== null && offeredUntil <= now,
  );
  if (late.length === 0) return [];
  const facts = late.flatMap((entry) => {
    release(entry, seats.sessions);
    return entry.lapse(now);
  });
  await saveSeats(tx, seats.sessions);
  await saveEntries(tx, late);
  return facts;
}

/** Lines with an offer that is over or a session that has begun, each once. */
function dueBy(tx: Tx, now: Date): Promise<Due[]> {
  return tx.query(
    `SELECT DISTINCT CASE WHEN s.series_id IS NULL THEN e.session_id END AS session_id, coalesce(e.series_id, s.series_id) AS series_id
     FROM waitlist_entry e LEFT JOIN session s ON s.id = e.session_id
     WHERE (e.state = 'OFFERED' AND e.offered_until <= $1)
        OR (e.state IN ('WAITLISTED', 'OFFERED') AND s.starts_at <= $1)
        OR (e.state IN ('WAITLISTED', 'OFFERED') AND e.series_id IS NOT NULL AND EXISTS (
             SELECT FROM session o WHERE o.series_id = e.series_id AND o.state <> 'CANCELLED' AND o.starts_at <= $1))
     LIMIT ${BATCH}`,
    [now],
  );
}

/** Takes the line’s head, unless somebody holds it: they are at it, or the next look will find it. */
async function claim(tx: Tx, line: Due): Promise<boolean> {
  const [topic, id] =
    line.series_id === null ? ['workshops.sessions', line.session_id] : ['workshops.series', line.series_id];
  const taken: unknown[] = await tx.query(
    `SELECT 1 FROM aggregate_head WHERE aggregate_type = $1 AND aggregate_id = $2 FOR UPDATE SKIP LOCKED`,
    [topic, id],
  );
  return taken.length > 0;
}
