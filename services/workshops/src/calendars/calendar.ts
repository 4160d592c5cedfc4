import { createEvents, type EventAttributes } from 'ics';
import { type Session } from '../sessions/session.entity.js';

/** What a calendar shows of a session. */
export interface CalendarEntry {
  /** The same for as long as the entry exists: a calendar finds it again by this. */
  readonly uid: string;
  readonly session: Pick<Session, 'title' | 'room' | 'startsAt' | 'endsAt' | 'planVersion' | 'state'>;
  /** Taken out of the calendar: the seat was given back, or the session called off. */
  readonly cancelled: boolean;
}

/**
 * Sessions as an iCalendar text (RFC 5545). With one entry that is cancelled the method is CANCEL, which takes it out of the
 * calendar it was put into; each change of the plan has a higher SEQUENCE than the one before. It names no person.
 */
export function calendarOf(
  entries: readonly CalendarEntry[],
  about: { city: string | null; now: Date; name?: string },
): string {
  const cancelling = entries.length > 0 && entries.every(({ cancelled }) => cancelled);
  const events = entries.map(({ uid, session, cancelled }): EventAttributes & { timestamp: number } => {
    const location = [about.city, session.room].filter(Boolean).join(', ');
    return {
      uid: `${uid}@passerelle`,
      // A seat given back is a change that the session’s plan knows nothing of.
      sequence: session.planVersion + (cancelled ? 1 : 0),
      status: cancelled ? 'CANCELLED' : 'CONFIRMED',
      title: session.title,
      ...(location === '' ? {} : { location }),
      start: session.startsAt.getTime(),
      startInputType: 'utc',
      startOutputType: 'utc',
      end: session.endsAt.getTime(),
      endInputType: 'utc',
      endOutputType: 'utc',
      timestamp: about.now.getTime(),
    };
  });
  const { error, value } = createEvents(events, {
    productId: 'passerelle/workshops',
    method: cancelling ? 'CANCEL' : 'PUBLISH',
    ...(about.name ? { calName: about.name } : {}),
  });
  if (error || !value) throw error ?? new Error('no calendar');
  return value;
}
