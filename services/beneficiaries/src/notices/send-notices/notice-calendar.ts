import { createEvents, type EventAttributes } from 'ics';
import type { Attachment } from '#mail';
import { nameOf, type ToldSession } from './notice-letter.js';

/**
 * The seats of a notice for the person's own calendar (RFC 5546): REQUEST puts them in or moves them, CANCEL takes them out. A seat has
 * the same UID for ever, and a SEQUENCE that grows with each change of its session.
 */
export function calendarFor(
  sessions: readonly ToldSession[],
  about: { cancelled: boolean; city: string | null; now: Date; from: string; to: string; name: string },
): Attachment[] {
  const method = about.cancelled ? 'CANCEL' : 'REQUEST';
  const events = sessions.flatMap((session): (EventAttributes & { timestamp: number })[] =>
    session.enrolmentId === null
      ? []
      : [
          {
            uid: `${session.enrolmentId}@passerelle`,
            // A seat given back is a change that the session’s plan knows nothing of.
            sequence: session.planVersion + (about.cancelled ? 1 : 0),
            status: about.cancelled ? 'CANCELLED' : 'CONFIRMED',
            title: nameOf(session.themes),
            ...(about.city === null ? {} : { location: about.city }),
            organizer: { name: 'Passerelle', email: about.from },
            attendees: [{ name: about.name, email: about.to, rsvp: false }],
            start: session.startsAt.getTime(),
            startInputType: 'utc',
            startOutputType: 'utc',
            end: session.endsAt.getTime(),
            endInputType: 'utc',
            endOutputType: 'utc',
            timestamp: about.now.getTime(),
          },
        ],
  );
  if (events.length === 0) return [];
  const { error, value } = createEvents(events, { productId: 'passerelle/notices', method });
  if (error || !value) throw error ?? new Error('no calendar');
  return [{ filename: 'seances.ics', content: value, contentType: `text/calendar; charset=utf-8; method=${method}` }];
}
