import { z } from 'zod';
import { defineEvent, type EventOf } from './define-event.js';

const Waiting = z.object({
  waitlistEntryId: z.uuid(),
  beneficiaryId: z.uuid(),
  /** What is waited for: one session, or a series whole; the other is null. */
  sessionId: z.uuid().nullable(),
  seriesId: z.uuid().nullable(),
});
const Offer = Waiting.extend({
  offerId: z.uuid(),
  /** The sessions of which a seat is held. */
  sessionIds: z.array(z.uuid()),
});

/** A person waits for a seat. */
export const WaitlistJoined = defineEvent({
  name: 'workshops.waitlist-joined',
  version: 1,
  topic: 'workshops.waitlist',
  key: 'waitlistEntryId',
  data: Waiting,
});
export type WaitlistJoined = EventOf<typeof WaitlistJoined>;

/** Seats are held for whoever waited longest, until `offeredUntil`. */
export const SeatOffered = defineEvent({
  name: 'workshops.seat-offered',
  version: 1,
  topic: 'workshops.waitlist',
  key: 'waitlistEntryId',
  data: Offer.extend({ offeredUntil: z.iso.datetime() }),
});
export type SeatOffered = EventOf<typeof SeatOffered>;

/** An offer was taken; the enrolments it gave are announced on their own. */
export const OfferAccepted = defineEvent({
  name: 'workshops.offer-accepted',
  version: 1,
  topic: 'workshops.waitlist',
  key: 'waitlistEntryId',
  data: Offer,
});
export type OfferAccepted = EventOf<typeof OfferAccepted>;

/** Nobody answered in time: the seats go to the next in line. */
export const OfferLapsed = defineEvent({
  name: 'workshops.offer-lapsed',
  version: 1,
  topic: 'workshops.waitlist',
  key: 'waitlistEntryId',
  data: Offer,
});
export type OfferLapsed = EventOf<typeof OfferLapsed>;

/** An offer was turned down: the seats go to the next in line. */
export const OfferDeclined = defineEvent({
  name: 'workshops.offer-declined',
  version: 1,
  topic: 'workshops.waitlist',
  key: 'waitlistEntryId',
  data: Offer,
});
export type OfferDeclined = EventOf<typeof OfferDeclined>;

/** Somebody waits no longer, without having been enrolled from an offer. */
export const WaitlistEntryEnded = defineEvent({
  name: 'workshops.waitlist-entry-ended',
  version: 1,
  topic: 'workshops.waitlist',
  key: 'waitlistEntryId',
  data: Waiting.extend({ because: z.enum(['WITHDRAWN', 'ENROLLED', 'STARTED', 'CALLED_OFF']) }),
});
export type WaitlistEntryEnded = EventOf<typeof WaitlistEntryEnded>;
