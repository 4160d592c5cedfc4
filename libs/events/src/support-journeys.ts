import { z } from 'zod';
import { defineEvent, type EventOf } from './define-event.js';
import { ExitReason, LocalDate, RedirectionResult, RedirectionTarget, SupportOutcome } from './vocabulary.js';

/** How somebody's support ended: why, and what came of it. */
const Ending = z.object({ endedOn: LocalDate, exitReason: ExitReason, outcomes: z.array(SupportOutcome) });

/** A support with goals and steps began. It names nobody: figures need not know whose it is. */
export const SupportJourneyOpened = defineEvent({
  name: 'beneficiaries.support-journey-opened',
  version: 1,
  topic: 'beneficiaries.support-journeys',
  key: 'journeyId',
  data: z.object({ journeyId: z.uuid(), occurredOn: LocalDate }),
});
export type SupportJourneyOpened = EventOf<typeof SupportJourneyOpened>;

/** A support ended. */
export const SupportJourneyEnded = defineEvent({
  name: 'beneficiaries.support-journey-ended',
  version: 1,
  topic: 'beneficiaries.support-journeys',
  key: 'journeyId',
  data: z.object({ journeyId: z.uuid(), after: Ending }),
});
export type SupportJourneyEnded = EventOf<typeof SupportJourneyEnded>;

/** A support goes on: that it had ended was a mistake. */
export const SupportJourneyReopened = defineEvent({
  name: 'beneficiaries.support-journey-reopened',
  version: 1,
  topic: 'beneficiaries.support-journeys',
  key: 'journeyId',
  data: z.object({ journeyId: z.uuid(), before: Ending }),
});
export type SupportJourneyReopened = EventOf<typeof SupportJourneyReopened>;

/** A support opened by mistake was taken back; it had not ended. */
export const SupportJourneyVoided = defineEvent({
  name: 'beneficiaries.support-journey-voided',
  version: 1,
  topic: 'beneficiaries.support-journeys',
  key: 'journeyId',
  data: z.object({ journeyId: z.uuid(), before: z.object({ openedOn: LocalDate }) }),
});
export type SupportJourneyVoided = EventOf<typeof SupportJourneyVoided>;

/** Where somebody was sent on, and what is known of it; null while nothing is. */
const Sent = z.object({ sentOn: LocalDate, target: RedirectionTarget, result: RedirectionResult.nullable() });

/** Somebody was sent on to another service. */
export const PersonRedirected = defineEvent({
  name: 'beneficiaries.person-redirected',
  version: 1,
  topic: 'beneficiaries.redirections',
  key: 'redirectionId',
  data: z.object({ redirectionId: z.uuid(), after: Sent }),
});
export type PersonRedirected = EventOf<typeof PersonRedirected>;

/** What became of it was learned, or learned better. */
export const RedirectionResultNoted = defineEvent({
  name: 'beneficiaries.redirection-result-noted',
  version: 1,
  topic: 'beneficiaries.redirections',
  key: 'redirectionId',
  data: z.object({ redirectionId: z.uuid(), before: Sent, after: Sent }),
});
export type RedirectionResultNoted = EventOf<typeof RedirectionResultNoted>;

/** A redirection noted by mistake was taken back. */
export const RedirectionVoided = defineEvent({
  name: 'beneficiaries.redirection-voided',
  version: 1,
  topic: 'beneficiaries.redirections',
  key: 'redirectionId',
  data: z.object({ redirectionId: z.uuid(), before: Sent }),
});
export type RedirectionVoided = EventOf<typeof RedirectionVoided>;
