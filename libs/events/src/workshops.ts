import { z } from 'zod';
import { defineEvent, type EventOf } from './define-event.js';
import { ledgerDigestedBy } from './ledger-digest.js';
import { personPurgedBy } from './person-purged.js';
import {
  AdministrativeTheme,
  Attendance,
  AutonomyLevel,
  DeviceUsed,
  LocalDate,
  MediationTheme,
  PersonClasses,
  RedirectionTarget,
  Solution,
  WorkshopKind,
  WorkshopLevel,
} from './vocabulary.js';

export { DropInRefused, RefusedDropInVoided } from './refused-drop-ins.js';
export { SessionClosed, SessionReopened } from './sessions-held.js';
export {
  HoursRecorded,
  ShiftCancelled,
  ShiftGapNoticed,
  ShiftJoined,
  ShiftMoved,
  ShiftReleased,
  ShiftScheduled,
} from './shifts.js';
export {
  OfferAccepted,
  OfferDeclined,
  OfferLapsed,
  SeatOffered,
  WaitlistEntryEnded,
  WaitlistJoined,
} from './waitlist.js';
export {
  CourseOutcomeChanged,
  WorkshopSeriesCancelled,
  WorkshopSeriesPostponed,
  WorkshopSeriesScheduled,
} from './workshop-series.js';

const WorkshopFacts = z.object({
  level: WorkshopLevel,
  themes: z.array(MediationTheme),
  hasResource: z.boolean(),
  /** Absent from what was announced before there were kinds: a course. */
  kind: WorkshopKind.optional(),
});

const SessionPlan = z.object({
  placeId: z.uuid(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** The day it belongs to, in the branch's zone. */
  occurredOn: LocalDate,
  seats: z.int().positive(),
  /** Seats that somebody holds; left out by those planned before filled seats were figures. */
  seatsTaken: z.int().nonnegative().optional(),
  level: WorkshopLevel,
  themes: z.array(MediationTheme),
});

const SupportActFacts = z.object({
  solution: Solution,
  occurredOn: LocalDate,
  minutes: z.int().nonnegative(),
  /** Null = an anonymous passage, counted apart from unique people. */
  beneficiaryId: z.uuid().nullable(),
  sessionId: z.uuid().nullable(),
  placeId: z.uuid().nullable(),
  themes: z.array(MediationTheme),
  administrativeThemes: z.array(AdministrativeTheme),
  devicesUsed: z.array(DeviceUsed),
  autonomy: AutonomyLevel.nullable(),
  redirection: RedirectionTarget.nullable(),
  /** As they were on `occurredOn`. */
  classes: PersonClasses,
});
export type SupportActFacts = z.output<typeof SupportActFacts>;

/** A workshop that sessions can be planned of. */
export const WorkshopCreated = defineEvent({
  name: 'workshops.workshop-created',
  version: 1,
  topic: 'workshops.workshops',
  key: 'workshopId',
  data: z.object({ workshopId: z.uuid(), after: WorkshopFacts }),
});
export type WorkshopCreated = EventOf<typeof WorkshopCreated>;

/** A workshop's description changed; sessions already planned keep theirs. */
export const WorkshopRevised = defineEvent({
  name: 'workshops.workshop-revised',
  version: 1,
  topic: 'workshops.workshops',
  key: 'workshopId',
  data: z.object({ workshopId: z.uuid(), before: WorkshopFacts, after: WorkshopFacts }),
});
export type WorkshopRevised = EventOf<typeof WorkshopRevised>;

/** A session got a date and a room; enrolment is open. Also announced when a past session is recorded after the fact. */
export const SessionScheduled = defineEvent({
  name: 'workshops.session-scheduled',
  version: 1,
  topic: 'workshops.sessions',
  key: 'sessionId',
  data: z.object({ sessionId: z.uuid(), workshopId: z.uuid(), afterTheFact: z.boolean(), after: SessionPlan }),
});
export type SessionScheduled = EventOf<typeof SessionScheduled>;

/** Date, place or seats of a session changed. */
export const SessionChanged = defineEvent({
  name: 'workshops.session-changed',
  version: 1,
  topic: 'workshops.sessions',
  key: 'sessionId',
  data: z.object({ sessionId: z.uuid(), before: SessionPlan, after: SessionPlan }),
});
export type SessionChanged = EventOf<typeof SessionChanged>;

/** A session will not take place; the enrolments left are cancelled with it. */
export const SessionCancelled = defineEvent({
  name: 'workshops.session-cancelled',
  version: 1,
  topic: 'workshops.sessions',
  key: 'sessionId',
  data: z.object({ sessionId: z.uuid(), before: SessionPlan, enrolled: z.int().nonnegative() }),
});
export type SessionCancelled = EventOf<typeof SessionCancelled>;

/** A person holds a seat. */
export const EnrolmentConfirmed = defineEvent({
  name: 'workshops.enrolment-confirmed',
  version: 1,
  topic: 'workshops.sessions',
  key: 'sessionId',
  data: z.object({
    sessionId: z.uuid(),
    enrolmentId: z.uuid(),
    beneficiaryId: z.uuid(),
    occurredOn: LocalDate,
    seatsTaken: z.int(),
    /** Where the session is; left out by seats taken before figures were told by place. */
    placeId: z.uuid().optional(),
  }),
});
export type EnrolmentConfirmed = EventOf<typeof EnrolmentConfirmed>;

/** A seat is free again. */
export const EnrolmentCancelled = defineEvent({
  name: 'workshops.enrolment-cancelled',
  version: 1,
  topic: 'workshops.sessions',
  key: 'sessionId',
  data: z.object({
    sessionId: z.uuid(),
    enrolmentId: z.uuid(),
    beneficiaryId: z.uuid(),
    occurredOn: LocalDate,
    before: Attendance,
    seatsTaken: z.int(),
    /** Where the session is; left out by seats taken before figures were told by place. */
    placeId: z.uuid().optional(),
  }),
});
export type EnrolmentCancelled = EventOf<typeof EnrolmentCancelled>;

/** Somebody said who came. */
export const AttendanceMarked = defineEvent({
  name: 'workshops.attendance-marked',
  version: 1,
  topic: 'workshops.sessions',
  key: 'sessionId',
  data: z.object({
    sessionId: z.uuid(),
    enrolmentId: z.uuid(),
    beneficiaryId: z.uuid(),
    occurredOn: LocalDate,
    before: Attendance,
    after: Attendance,
  }),
});
export type AttendanceMarked = EventOf<typeof AttendanceMarked>;

/** One person was helped once: the counting unit. */
export const SupportActRecorded = defineEvent({
  name: 'workshops.support-act-recorded',
  version: 1,
  topic: 'workshops.support-acts',
  key: 'supportActId',
  data: z.object({ supportActId: z.uuid(), after: SupportActFacts }),
});
export type SupportActRecorded = EventOf<typeof SupportActRecorded>;

/** An act was mended, attached to a person, or restamped after a correction of the person's classes. */
export const SupportActCorrected = defineEvent({
  name: 'workshops.support-act-corrected',
  version: 1,
  topic: 'workshops.support-acts',
  key: 'supportActId',
  data: z.object({ supportActId: z.uuid(), before: SupportActFacts, after: SupportActFacts }),
});
export type SupportActCorrected = EventOf<typeof SupportActCorrected>;

/** An act recorded by mistake was taken back. */
export const SupportActVoided = defineEvent({
  name: 'workshops.support-act-voided',
  version: 1,
  topic: 'workshops.support-acts',
  key: 'supportActId',
  data: z.object({ supportActId: z.uuid(), before: SupportActFacts }),
});
export type SupportActVoided = EventOf<typeof SupportActVoided>;

/** A day of this service's ledger is complete, and this is what it holds. */
export const LedgerDigested = ledgerDigestedBy('workshops');

/** This service has let go of whatever linked to or described a person who was erased. */
export const PersonPurged = personPurgedBy('workshops');
export type PersonPurged = EventOf<typeof PersonPurged>;
