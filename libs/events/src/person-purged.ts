import { z } from 'zod';
import { defineEvent } from './define-event.js';

/**
 * The contract by which a service says that it has let go of whatever linked to or described a person who was erased. How
 * many rows were emptied or removed, by what they were; acts and sales stay, under an id that leads to nobody.
 */
export function personPurgedBy<S extends string>(service: S) {
  return defineEvent({
    name: `${service}.person-purged`,
    version: 1,
    topic: `${service}.purges`,
    key: 'beneficiaryId',
    data: z.object({
      beneficiaryId: z.uuid(),
      removed: z.array(z.object({ what: z.string(), count: z.int().nonnegative() })),
    }),
  });
}
