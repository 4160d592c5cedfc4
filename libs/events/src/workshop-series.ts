import { z } from 'zod';
import { defineEvent, type EventOf } from './define-event.js';
import { LocalDate, WorkshopKind } from './vocabulary.js';

/** Sessions of one workshop were planned together; each of them is announced on its own beside it. */
export const WorkshopSeriesScheduled = defineEvent({
  name: 'workshops.workshop-series-scheduled',
  version: 1,
  topic: 'workshops.series',
  key: 'seriesId',
  data: z.object({
    seriesId: z.uuid(),
    workshopId: z.uuid(),
    kind: WorkshopKind,
    sessionIds: z.array(z.uuid()),
    seats: z.int().positive(),
  }),
});
export type WorkshopSeriesScheduled = EventOf<typeof WorkshopSeriesScheduled>;

/** Sessions of a series moved by whole days; each of them is announced as changed beside it. */
export const WorkshopSeriesPostponed = defineEvent({
  name: 'workshops.workshop-series-postponed',
  version: 1,
  topic: 'workshops.series',
  key: 'seriesId',
  data: z.object({ seriesId: z.uuid(), sessionIds: z.array(z.uuid()), days: z.int() }),
});
export type WorkshopSeriesPostponed = EventOf<typeof WorkshopSeriesPostponed>;

/** Sessions of a series will not take place; `whole` when none of it is left. */
export const WorkshopSeriesCancelled = defineEvent({
  name: 'workshops.workshop-series-cancelled',
  version: 1,
  topic: 'workshops.series',
  key: 'seriesId',
  data: z.object({ seriesId: z.uuid(), sessionIds: z.array(z.uuid()), whole: z.boolean() }),
});
export type WorkshopSeriesCancelled = EventOf<typeof WorkshopSeriesCancelled>;

const CourseOutcome = z.object({
  /** The day of the last session held. */
  occurredOn: LocalDate,
  /** Where that was. */
  placeId: z.uuid(),
  /** People who held a seat in half of the sessions held at least. */
  people: z.int().nonnegative(),
  /** Those of them who were seen at three quarters of the sessions held at least. */
  completed: z.int().nonnegative(),
});

/** Every session of a course is closed or called off: how many went through with it. Null while one of them is open. */
export const CourseOutcomeChanged = defineEvent({
  name: 'workshops.course-outcome-changed',
  version: 1,
  topic: 'workshops.series',
  key: 'seriesId',
  data: z.object({ seriesId: z.uuid(), before: CourseOutcome.nullable(), after: CourseOutcome.nullable() }),
});
export type CourseOutcomeChanged = EventOf<typeof CourseOutcomeChanged>;
