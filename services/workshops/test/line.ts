import { personas, type TestService } from '#testing';
import { answerOf } from './given.js';

/** A place in a waiting list, as the helper of the branch sees it. */
export interface PlaceInLine {
  readonly id: string;
  readonly state: string;
  readonly offeredUntil: string | null;
  readonly offerToken: string | null;
}

/** Looks at a session's waiting list, longest waiting first. */
export async function lineOf(workshops: TestService, sessionId: string): Promise<readonly PlaceInLine[]> {
  const reply = await workshops
    .as(personas.helperOfBordeaux)
    .query(`{ session(id: "${sessionId}") { waitlist { items { id state offeredUntil offerToken } } } }`);
  return answerOf<{ waitlist: { items: PlaceInLine[] } }>(reply, 'session').waitlist.items;
}

/** How many seats of a session are taken, and how many held for somebody. */
export async function seatsOf(workshops: TestService, sessionId: string): Promise<unknown> {
  const reply = await workshops
    .as(personas.helperOfBordeaux)
    .query(`{ session(id: "${sessionId}") { seatsTaken seatsHeld } }`);
  return answerOf(reply, 'session');
}
