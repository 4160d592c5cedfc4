import type { MessageId } from '../i18n/fr.js';
import type { Tone } from '../ui/layout.js';

/** What a session's state is called on screen. */
export interface StateShown {
  readonly word: MessageId;
  readonly tone: Tone;
}

interface Shown {
  readonly state: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly seats: number;
  readonly seatsTaken: number;
  /** Held for offers: to whoever comes now they are as good as taken. */
  readonly seatsHeld?: number;
}

/** Open, full, to mark (over but not closed), closed or cancelled. */
export function stateOf(session: Shown, now: Date): StateShown {
  if (session.state === 'CANCELLED') return { word: 'session.state.CANCELLED', tone: 'wrong' };
  if (session.state === 'CLOSED') return { word: 'session.state.CLOSED', tone: 'plain' };
  if (new Date(session.endsAt) <= now) return { word: 'session.state.TO_MARK', tone: 'lantern' };
  if (session.seatsTaken + (session.seatsHeld ?? 0) >= session.seats)
    return { word: 'session.state.FULL', tone: 'care' };
  return { word: 'session.state.SCHEDULED', tone: 'good' };
}
