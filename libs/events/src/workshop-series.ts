import { z } from 'zod';
import { defineEvent, type EventOf } from './define-event.js';
import { WorkshopKind } from './vocabulary.js';

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
