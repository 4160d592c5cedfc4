import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import { Refusal } from '#errors';
import { Clock, Database } from '#persistence';
import { Session } from '../../sessions/session.entity.js';
import { offerOf } from '../../waitlist/offer-link.js';
import { calendarOf } from '../calendar.js';
import { FEED_UNKNOWN } from '../calendar.refusals.js';
import { CalendarFeed } from '../calendar-feed.entity.js';
import { FeedKey } from '../feed-key.js';

const DAY_MS = 86_400_000;
const PAST_DAYS = 30;
const AHEAD_DAYS = 365;
const MOST = 2_000;

/** A branch’s calendar for whoever holds one of its addresses: a month back and a year ahead, cancelled sessions marked as such. */
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
      if (!feed) throw FEED_UNKNOWN({});
      const now = this.clock.now();
      const from = new Date(now.getTime() - PAST_DAYS * DAY_MS);
      const until = new Date(now.getTime() + AHEAD_DAYS * DAY_MS);
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
}

function idOf(token: string, key: Buffer): string {
  try {
    return offerOf(token, key);
  } catch (error) {
    throw error instanceof Refusal ? FEED_UNKNOWN({}) : error;
  }
}
