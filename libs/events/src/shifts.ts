import { z } from 'zod';
import { defineEvent, type EventOf } from './define-event.js';
import { LocalDate, MediationTheme } from './vocabulary.js';

const ShiftPlan = z.object({
  placeId: z.uuid(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** The day it belongs to, in the branch's zone. */
  occurredOn: LocalDate,
  needed: z.int().positive(),
  skills: z.array(MediationTheme),
});
const Staffing = z.object({ shiftId: z.uuid(), dutyId: z.uuid(), needed: z.int(), taken: z.int() });

/** Helpers are wanted at a time and place. */
export const ShiftScheduled = defineEvent({
  name: 'workshops.shift-scheduled',
  version: 1,
  topic: 'workshops.shifts',
  key: 'shiftId',
  data: z.object({ shiftId: z.uuid(), after: ShiftPlan }),
});
export type ShiftScheduled = EventOf<typeof ShiftScheduled>;

/** A shift will not take place. */
export const ShiftCancelled = defineEvent({
  name: 'workshops.shift-cancelled',
  version: 1,
  topic: 'workshops.shifts',
  key: 'shiftId',
  data: z.object({ shiftId: z.uuid(), before: ShiftPlan }),
});
export type ShiftCancelled = EventOf<typeof ShiftCancelled>;

/** Another time or place; whoever said that they would be there still will be. */
export const ShiftMoved = defineEvent({
  name: 'workshops.shift-moved',
  version: 1,
  topic: 'workshops.shifts',
  key: 'shiftId',
  data: z.object({ shiftId: z.uuid(), before: ShiftPlan, after: ShiftPlan }),
});
export type ShiftMoved = EventOf<typeof ShiftMoved>;

/** A helper will be there. */
export const ShiftJoined = defineEvent({
  name: 'workshops.shift-joined',
  version: 1,
  topic: 'workshops.shifts',
  key: 'shiftId',
  data: Staffing,
});
export type ShiftJoined = EventOf<typeof ShiftJoined>;

/** A helper will not be there after all: somebody is missing. */
export const ShiftReleased = defineEvent({
  name: 'workshops.shift-released',
  version: 1,
  topic: 'workshops.shifts',
  key: 'shiftId',
  data: Staffing,
});
export type ShiftReleased = EventOf<typeof ShiftReleased>;

/** A shift that is near lacks people, or a skill that none of those who come has; said once for each gap, again when one opens anew. */
export const ShiftGapNoticed = defineEvent({
  name: 'workshops.shift-gap-noticed',
  version: 1,
  topic: 'workshops.shifts',
  key: 'shiftId',
  data: z.object({
    shiftId: z.uuid(),
    /** This gap: one that is closed and opens again is another. */
    gapId: z.uuid(),
    placeId: z.uuid(),
    occurredOn: LocalDate,
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    /** How many people; 0 = enough come, without every skill. */
    missing: z.int().nonnegative(),
    /** Skills the shift asks for that none of those who come has. */
    skills: z.array(MediationTheme),
  }),
});
export type ShiftGapNoticed = EventOf<typeof ShiftGapNoticed>;

/** How long a helper was there; said again when it was mended. */
export const HoursRecorded = defineEvent({
  name: 'workshops.hours-recorded',
  version: 1,
  topic: 'workshops.shifts',
  key: 'shiftId',
  data: z.object({
    shiftId: z.uuid(),
    dutyId: z.uuid(),
    occurredOn: LocalDate,
    before: z.int().nonnegative(),
    after: z.int().nonnegative(),
    /** Where; left out by hours noted before figures were told by place. */
    placeId: z.uuid().optional(),
    /** By what the helper is counted once: made of the identity, leading nowhere. */
    helperId: z.uuid().optional(),
  }),
});
export type HoursRecorded = EventOf<typeof HoursRecorded>;
