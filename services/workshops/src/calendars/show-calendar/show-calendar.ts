import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import { Refusal } from '#errors';
import { Clock, Database, type Tx } from '#persistence';
import { Session } from '../../sessions/session.entity.js';
import { offerOf } from '../../waitlist/offer-link.js';
import { calendarOf } from '../calendar.js';
import { FEED_UNKNOWN } from '../calendar.refusals.js';
import { CalendarFeed } from '../calendar-feed.entity.js';
import { FeedKey } from '../feed-key.js';
import { ShiftFeed } from '../shift-feed.entity.js';

const DAY_MS = 86_400_000;
const PAST_DAYS = 30;
const AHEAD_DAYS = 365;
const MOST = 2_000;

/** A branch’s calendar, or that of a helper’s own shifts, for whoever holds an address of it: a month back and a year ahead, what is off marked as such. */
@Injectable()
export class ShowCalendar {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly key: FeedKey,
  ) {}

  /** Refuses `FEED_UNKNOWN`. */
  async execute(token: string): Promise<string> {
    const id = idOf(token, this.key.bytes);
    return this.db.work(async (tx) => {
      const feed = await tx.findOneBy(CalendarFeed, { id, revoked: false });
      if (!feed) return this.ofHelper(tx, id);
      const now = this.clock.now();
      const [from, until] = spanAround(now);
      const sessions = await tx.find(Session, {
        where: { branch: feed.branch, startsAt: Between(from, until) },
        order: { startsAt: 'ASC', id: 'ASC' },
        take: MOST,
      });
      const [branch]: { city: string | null }[] = await tx.query('SELECT city FROM known_branch WHERE branch = $1', [
        feed.branch,
      ]);
      const city = branch?.city ?? null;
      const entries = sessions.map((session) => ({
        uid: session.id,
        session,
        cancelled: session.state === 'CANCELLED',
      }));
      return calendarOf(entries, { city, now, name: `Ateliers ${city ?? feed.branch}` });
    });
  }

  /** Their own shifts, in every branch; those they gave back or that were called off are taken out. Refuses `FEED_UNKNOWN`. */
  private async ofHelper(tx: Tx, id: string): Promise<string> {
    const feed = await tx.findOneBy(ShiftFeed, { id, revoked: false });
    if (!feed) throw FEED_UNKNOWN({});
    const now = this.clock.now();
    const duties: Served[] = await tx.query(
      `SELECT d.id, d.starts_at AS "startsAt", d.ends_at AS "endsAt", d.version, b.city,
              d.state = 'LEFT' OR s.state = 'CANCELLED' AS cancelled
       FROM duty d JOIN shift s ON s.id = d.shift_id LEFT JOIN known_branch b ON b.branch = d.branch
       WHERE d.subject = $1 AND d.state <> 'INVITED' AND d.starts_at BETWEEN $2 AND $3 ORDER BY d.starts_at, d.id LIMIT $4`,
      [feed.subject, ...spanAround(now), MOST],
    );
    const entries = duties.map(({ id: uid, startsAt, endsAt, version, city, cancelled }) => ({
      ...{ uid, cancelled },
      session: {
        ...{ title: 'Créneau d’équipe', room: city, startsAt, endsAt },
        // What is taken out counts one more by itself.
        ...{ planVersion: version - (cancelled ? 1 : 0), state: 'SCHEDULED' as const },
      },
    }));
    return calendarOf(entries, { city: null, now, name: 'Mes créneaux' });
  }
}

/** A helper’s part in a shift, as a calendar shows it. */
interface Served {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly version: number;
  readonly city: string | null;
  readonly cancelled: boolean;
}

function spanAround(now: Date): [Date, Date] {
  return [new Date(now.getTime() - PAST_DAYS * DAY_MS), new Date(now.getTime() + AHEAD_DAYS * DAY_MS)];
}

function idOf(token: string, key: Buffer): string {
  try {
    return offerOf(token, key);
  } catch (error) {
    throw error instanceof Refusal ? FEED_UNKNOWN({}) : error;
  }
}
