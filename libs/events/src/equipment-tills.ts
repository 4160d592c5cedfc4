import { z } from 'zod';
import { defineEvent, type EventOf } from './define-event.js';
import { LocalDate } from './vocabulary.js';

const Till = { tillDayId: z.uuid(), occurredOn: LocalDate };

/** The till of a branch was opened for a day, with so much cash in it. */
export const TillOpened = defineEvent({
  name: 'equipment.till-opened',
  version: 1,
  topic: 'equipment.tills',
  key: 'tillDayId',
  data: z.object({ ...Till, floatCents: z.int().nonnegative() }),
});
export type TillOpened = EventOf<typeof TillOpened>;

/** The till of a day was counted and closed for good; why the two differ stays with its owner. */
export const TillClosed = defineEvent({
  name: 'equipment.till-closed',
  version: 1,
  topic: 'equipment.tills',
  key: 'tillDayId',
  data: z.object({ ...Till, expectedCents: z.int(), countedCents: z.int().nonnegative() }),
});
export type TillClosed = EventOf<typeof TillClosed>;
