import { z } from 'zod';
import { defineEvent } from './define-event.js';
import { LocalDate } from './vocabulary.js';

/** What one day of a ledger holds, by topic and type: so many events, and a sum over their ids that no order changes. */
export const LedgerDigest = z.object({
  /** A day in UTC, of the instants at which events were written down. */
  day: LocalDate,
  parts: z.array(
    z.object({
      topic: z.string(),
      type: z.string(),
      count: z.int().positive(),
      /** The decimal sum of the first 64 bits of the MD5 of each event's id, signed. */
      hash: z.string().regex(/^-?\d{1,40}$/),
    }),
  ),
});

/**
 * The contract by which a service states a day of its ledger, once nothing can be added to it. Whoever keeps what the events
 * say can prove that none is missing. A later statement on the same day takes the place of an earlier one.
 */
export function ledgerDigestedBy<S extends string>(service: S) {
  return defineEvent({
    name: `${service}.ledger-digested`,
    version: 1,
    topic: `${service}.ledgers`,
    key: 'day',
    data: LedgerDigest,
  });
}
