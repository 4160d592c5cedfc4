import { z } from 'zod';
import { defineEvent, type EventOf } from './define-event.js';
import {
  AssessmentMoment,
  AssessmentOutcome,
  AutonomyLevel,
  DigitalProfile,
  LocalDate,
  MediationTheme,
  WorkshopLevel,
} from './vocabulary.js';

/** What an assessment found: classes alone, never an answer. */
const Measured = z.object({
  profile: DigitalProfile,
  level: WorkshopLevel,
  themes: z.array(z.object({ theme: MediationTheme, autonomy: AutonomyLevel })),
});

const Assessment = z.object({
  moment: AssessmentMoment,
  outcome: AssessmentOutcome,
  /** Null when nothing was answered, or the person objects to being counted by it. */
  found: Measured.nullable(),
  /** What was found at entry, with which it is compared; null at entry, or when nothing was. */
  entry: Measured.nullable(),
});

/** Somebody's digital skills were measured, or could not be. It names nobody: figures need not know whose they are. */
export const AssessmentRecorded = defineEvent({
  name: 'beneficiaries.assessment-recorded',
  version: 1,
  topic: 'beneficiaries.assessments',
  key: 'assessmentId',
  data: z.object({ assessmentId: z.uuid(), occurredOn: LocalDate, after: Assessment }),
});
export type AssessmentRecorded = EventOf<typeof AssessmentRecorded>;

/** An assessment noted by mistake was taken back. */
export const AssessmentVoided = defineEvent({
  name: 'beneficiaries.assessment-voided',
  version: 1,
  topic: 'beneficiaries.assessments',
  key: 'assessmentId',
  data: z.object({ assessmentId: z.uuid(), occurredOn: LocalDate, before: Assessment }),
});
export type AssessmentVoided = EventOf<typeof AssessmentVoided>;
