import { z } from 'zod';
import { defineEvent, type EventOf } from './define-event.js';
import { LocalDate } from './vocabulary.js';

/** A SIM card of a sale was activated; its number stays with its owner. */
export const SimActivated = defineEvent({
  name: 'equipment.sim-activated',
  version: 1,
  topic: 'equipment.sim-activations',
  key: 'simActivationId',
  data: z.object({ simActivationId: z.uuid(), saleId: z.uuid(), articleId: z.uuid(), occurredOn: LocalDate }),
});
export type SimActivated = EventOf<typeof SimActivated>;
