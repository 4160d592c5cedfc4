import { z } from 'zod';
import { defineEvent, type EventOf } from './define-event.js';
import { LocalDate, MediationTheme } from './vocabulary.js';

const RefusedDropInFacts = z.object({
  occurredOn: LocalDate,
  placeId: z.uuid().nullable(),
  themes: z.array(MediationTheme),
});

/** Someone came and could not be received: demand that was not met. */
export const DropInRefused = defineEvent({
  name: 'workshops.drop-in-refused',
  version: 1,
  topic: 'workshops.refused-drop-ins',
  key: 'refusedDropInId',
  data: z.object({ refusedDropInId: z.uuid(), after: RefusedDropInFacts }),
});
export type DropInRefused = EventOf<typeof DropInRefused>;

/** A refused passage noted by mistake was taken back. */
export const RefusedDropInVoided = defineEvent({
  name: 'workshops.refused-drop-in-voided',
  version: 1,
  topic: 'workshops.refused-drop-ins',
  key: 'refusedDropInId',
  data: z.object({ refusedDropInId: z.uuid(), before: RefusedDropInFacts }),
});
export type RefusedDropInVoided = EventOf<typeof RefusedDropInVoided>;
