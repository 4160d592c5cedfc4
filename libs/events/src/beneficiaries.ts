import { z } from 'zod';
import { defineEvent, type EventOf } from './define-event.js';
import { ledgerDigestedBy } from './ledger-digest.js';
import {
  BeneficiaryKind,
  ErasureGround,
  LocalDate,
  OrientationSource,
  PersonClasses,
  RestrictionGround,
} from './vocabulary.js';

export { AssessmentRecorded, AssessmentVoided } from './assessments.js';
export {
  PersonRedirected,
  RedirectionResultNoted,
  RedirectionVoided,
  SupportJourneyEnded,
  SupportJourneyOpened,
  SupportJourneyReopened,
  SupportJourneyVoided,
} from './support-journeys.js';

/** What a person needs, as a prescriber says it. */
const PrescriptionNeed = z.enum(['COURSE', 'ADMINISTRATIVE_HELP', 'DEVICE', 'CONNECTION']);

const Enrolment = z.object({
  kind: BeneficiaryKind,
  enrolledOn: LocalDate,
  orientationSource: OrientationSource,
  organisationId: z.uuid().nullable(),
  classes: PersonClasses,
});

/** A person was enrolled; their classes hold from that day. */
export const BeneficiaryEnrolled = defineEvent({
  name: 'beneficiaries.beneficiary-enrolled',
  version: 1,
  topic: 'beneficiaries.people',
  key: 'beneficiaryId',
  data: z.object({ beneficiaryId: z.uuid(), occurredOn: LocalDate, after: Enrolment }),
});
export type BeneficiaryEnrolled = EventOf<typeof BeneficiaryEnrolled>;

/** From `holdsFrom` on, the person's classes are others: a move, a job, a birthday. Past acts keep theirs. */
export const SituationChanged = defineEvent({
  name: 'beneficiaries.situation-changed',
  version: 1,
  topic: 'beneficiaries.people',
  key: 'beneficiaryId',
  data: z.object({ beneficiaryId: z.uuid(), holdsFrom: LocalDate, before: PersonClasses, after: PersonClasses }),
});
export type SituationChanged = EventOf<typeof SituationChanged>;

/** What was believed of the person was a mistake: the whole class history is restated, past acts follow. */
export const BeneficiaryCorrected = defineEvent({
  name: 'beneficiaries.beneficiary-corrected',
  version: 1,
  topic: 'beneficiaries.people',
  key: 'beneficiaryId',
  data: z.object({
    beneficiaryId: z.uuid(),
    occurredOn: LocalDate,
    before: Enrolment,
    after: Enrolment,
    /** The class history as it now stands, oldest first; the first entry holds for all earlier days too. */
    history: z.array(z.object({ holdsFrom: LocalDate, classes: PersonClasses })).min(1),
  }),
});
export type BeneficiaryCorrected = EventOf<typeof BeneficiaryCorrected>;

/** An enrolment made by mistake was taken back; nobody is counted for it any more. */
export const BeneficiaryVoided = defineEvent({
  name: 'beneficiaries.beneficiary-voided',
  version: 1,
  topic: 'beneficiaries.people',
  key: 'beneficiaryId',
  data: z.object({ beneficiaryId: z.uuid(), occurredOn: LocalDate, before: Enrolment }),
});
export type BeneficiaryVoided = EventOf<typeof BeneficiaryVoided>;

/**
 * A person was erased: who they were is nowhere any more, and their acts keep an id that leads to nobody. On a topic of its own:
 * whoever starts from an older copy of its tables reads here whom it must not bring back.
 */
export const BeneficiaryErased = defineEvent({
  name: 'beneficiaries.beneficiary-erased',
  version: 1,
  topic: 'beneficiaries.erasures',
  key: 'beneficiaryId',
  data: z.object({ beneficiaryId: z.uuid(), occurredOn: LocalDate, ground: ErasureGround }),
});
export type BeneficiaryErased = EventOf<typeof BeneficiaryErased>;

/** A person's record was set aside (art. 18): nobody works with it, but for whoever answers for people's rights. */
export const BeneficiaryRestricted = defineEvent({
  name: 'beneficiaries.beneficiary-restricted',
  version: 1,
  topic: 'beneficiaries.people',
  key: 'beneficiaryId',
  data: z.object({ beneficiaryId: z.uuid(), occurredOn: LocalDate, ground: RestrictionGround }),
});
export type BeneficiaryRestricted = EventOf<typeof BeneficiaryRestricted>;

/** A record that was set aside is worked with again. */
export const RestrictionLifted = defineEvent({
  name: 'beneficiaries.restriction-lifted',
  version: 1,
  topic: 'beneficiaries.people',
  key: 'beneficiaryId',
  data: z.object({ beneficiaryId: z.uuid(), occurredOn: LocalDate }),
});
export type RestrictionLifted = EventOf<typeof RestrictionLifted>;

/** A person objected (art. 21): from that day on no reminder, and their acts are counted without their classes. */
export const ObjectionNoted = defineEvent({
  name: 'beneficiaries.objection-noted',
  version: 1,
  topic: 'beneficiaries.people',
  key: 'beneficiaryId',
  data: z.object({ beneficiaryId: z.uuid(), occurredOn: LocalDate }),
});
export type ObjectionNoted = EventOf<typeof ObjectionNoted>;

/** A person took their objection back; what happened meanwhile stays as it was counted. */
export const ObjectionWithdrawn = defineEvent({
  name: 'beneficiaries.objection-withdrawn',
  version: 1,
  topic: 'beneficiaries.people',
  key: 'beneficiaryId',
  data: z.object({ beneficiaryId: z.uuid(), occurredOn: LocalDate }),
});
export type ObjectionWithdrawn = EventOf<typeof ObjectionWithdrawn>;

/** A prescriber asked a branch to receive a person. */
export const PrescriptionReceived = defineEvent({
  name: 'beneficiaries.prescription-received',
  version: 2,
  topic: 'beneficiaries.prescriptions',
  key: 'prescriptionId',
  data: z.object({
    prescriptionId: z.uuid(),
    /** Null = of a prescriber without an account, whose organisation the branch has not named. */
    organisationId: z.uuid().nullable(),
    occurredOn: LocalDate,
    needs: z.array(PrescriptionNeed).min(1),
  }),
  upcasts: { 1: (data) => data },
});
export type PrescriptionReceived = EventOf<typeof PrescriptionReceived>;

/** The branch said whether it receives the person, so many days after it was asked. */
export const PrescriptionAnswered = defineEvent({
  name: 'beneficiaries.prescription-answered',
  version: 2,
  topic: 'beneficiaries.prescriptions',
  key: 'prescriptionId',
  data: z.object({
    prescriptionId: z.uuid(),
    /** Null = of a prescriber without an account, whose organisation the branch has not named. */
    organisationId: z.uuid().nullable(),
    occurredOn: LocalDate,
    after: z.enum(['ACCEPTED', 'REJECTED']),
    waitedDays: z.int().nonnegative(),
  }),
  upcasts: { 1: (data) => data },
});
export type PrescriptionAnswered = EventOf<typeof PrescriptionAnswered>;

/** A prescription has waited for an answer for longer than the network promises; said once. */
export const PrescriptionDelayed = defineEvent({
  name: 'beneficiaries.prescription-delayed',
  version: 1,
  topic: 'beneficiaries.prescriptions',
  key: 'prescriptionId',
  data: z.object({ prescriptionId: z.uuid(), occurredOn: LocalDate, waitedDays: z.int().positive() }),
});
export type PrescriptionDelayed = EventOf<typeof PrescriptionDelayed>;

const Pair = z.object({
  mergeId: z.uuid(),
  occurredOn: LocalDate,
  /** Under whose id the person goes on. */
  keptId: z.uuid(),
  mergedId: z.uuid(),
});

/** Two records are the same person, who from now on counts once, also in the past; acts and sales keep the id they were noted under. */
export const BeneficiariesMerged = defineEvent({
  name: 'beneficiaries.beneficiaries-merged',
  version: 1,
  topic: 'beneficiaries.merges',
  key: 'mergeId',
  data: Pair,
});
export type BeneficiariesMerged = EventOf<typeof BeneficiariesMerged>;

/** They are two people after all: each counts for what was noted under their own id, as if they had never been merged. */
export const BeneficiariesUnmerged = defineEvent({
  name: 'beneficiaries.beneficiaries-unmerged',
  version: 1,
  topic: 'beneficiaries.merges',
  key: 'mergeId',
  data: Pair,
});
export type BeneficiariesUnmerged = EventOf<typeof BeneficiariesUnmerged>;

/** A day of this service's ledger is complete, and this is what it holds. */
export const LedgerDigested = ledgerDigestedBy('beneficiaries');
