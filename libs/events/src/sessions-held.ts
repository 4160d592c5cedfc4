import { z } from 'zod';
import { defineEvent, type EventOf } from './define-event.js';
import { LocalDate } from './vocabulary.js';

const SessionHeld = z.object({
  sessionId: z.uuid(),
  occurredOn: LocalDate,
  seats: z.int(),
  enrolled: z.int(),
  seen: z.int(),
  minutes: z.int(),
  /** Resources it was taught with; left out by those closed before the library. */
  resources: z.int().nonnegative().optional(),
  /** Where it was held; like what follows, left out by those closed before figures were told by place. */
  placeId: z.uuid().optional(),
  /** People who did not come and did not say so. */
  noShows: z.int().nonnegative().optional(),
  /**
   * Whose first session in the branch is another one now: people and the days they had waited, taken off (below zero) where it was,
   * added where it is.
   */
  firstSessions: z
    .array(z.object({ occurredOn: LocalDate, placeId: z.uuid(), people: z.int(), days: z.int() }))
    .optional(),
});

/** The session was held and its attendance is complete: one support act per person seen follows. */
export const SessionClosed = defineEvent({
  name: 'workshops.session-closed',
  version: 1,
  topic: 'workshops.sessions',
  key: 'sessionId',
  data: SessionHeld,
});
export type SessionClosed = EventOf<typeof SessionClosed>;

/** A closed session was opened again to mend its attendance; its support acts are taken back. */
export const SessionReopened = defineEvent({
  name: 'workshops.session-reopened',
  version: 1,
  topic: 'workshops.sessions',
  key: 'sessionId',
  data: SessionHeld,
});
export type SessionReopened = EventOf<typeof SessionReopened>;
