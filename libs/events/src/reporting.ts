import { z } from 'zod';
import { defineEvent, type EventOf } from './define-event.js';
import { personPurgedBy } from './person-purged.js';
import { BranchCode, LocalDate } from './vocabulary.js';

/** A month of a branch was closed: what is learned of it later is a correction. */
export const MonthClosed = defineEvent({
  name: 'reporting.month-closed',
  version: 1,
  topic: 'reporting.month-closings',
  key: 'closingId',
  data: z.object({
    closingId: z.uuid(),
    branch: BranchCode,
    /** Its first day. */
    month: LocalDate,
    /** Everything recorded up to this instant is in the month as closed, and nothing else. */
    knownUpTo: z.iso.datetime(),
  }),
});
export type MonthClosed = EventOf<typeof MonthClosed>;

/** What the world may know of a quarter was frozen and let out. */
export const QuarterPublished = defineEvent({
  name: 'reporting.quarter-published',
  version: 1,
  topic: 'reporting.publications',
  key: 'publicationId',
  data: z.object({
    publicationId: z.uuid(),
    /** `2026-T2`. */
    quarter: z.string(),
  }),
});
export type QuarterPublished = EventOf<typeof QuarterPublished>;

/** This service has let go of whatever linked to or described a person who was erased. */
export const PersonPurged = personPurgedBy('reporting');
export type PersonPurged = EventOf<typeof PersonPurged>;
