import { z } from 'zod';

/** A value list of the trade, in English UPPER_SNAKE; the national tools' codes are mapped at the edges only. */
const words = <const T extends readonly [string, ...string[]]>(...values: T) => z.enum(values);

/** Two capital letters naming a branch: `BX`. The list is data (`network.branches`), not part of the contract. */
export const BranchCode = z.string().regex(/^[A-Z]{2}$/);
/** A calendar day where the act took place, `2026-11-26`. */
export const LocalDate = z.iso.date();
/** INSEE commune code, five characters, Corsica's `2A`/`2B` included. */
export const CommuneCode = z.string().regex(/^(\d{2}|2[AB])\d{3}$/);

export const Gender = words('FEMALE', 'MALE', 'NOT_STATED');
export const AgeBand = words(
  'UNDER_12',
  'FROM_12_TO_17',
  'FROM_18_TO_24',
  'FROM_25_TO_39',
  'FROM_40_TO_59',
  'FROM_60_TO_69',
  'FROM_70',
  'NOT_STATED',
);
export const SocialStatus = words('IN_EDUCATION', 'UNEMPLOYED', 'EMPLOYED', 'RETIRED', 'NOT_STATED');
export const BeneficiaryKind = words('TRACKED', 'ANONYMOUS');
export const OrientationSource = words(
  'SELF',
  'ELECTED_OFFICIAL',
  'DEPARTMENT',
  'ASSOCIATION',
  'THIRD_PARTY',
  'CASE_WORKER',
  'OTHER',
);
/** Why a person is erased. A closed list: words of one's own would hold what is to go. */
export const ErasureGround = words('ASKED_BY_PERSON', 'OBJECTION', 'RETENTION_ENDED');
/** Why a record is set aside: the person contests it, it should not be held but they want it kept, a claim in court, an objection being weighed, or its time is over. */
export const RestrictionGround = words(
  'ACCURACY_CONTESTED',
  'UNLAWFUL',
  'LEGAL_CLAIM',
  'OBJECTION_WEIGHED',
  'RETENTION',
);
export const Solution = words('COURSE', 'DROP_IN', 'SALE');
export const WorkshopLevel = words('BEGINNER', 'INTERMEDIATE', 'ADVANCED');
/** COURSE: learned over several sessions or one · DISCOVERY: one session to find out. */
export const WorkshopKind = words('COURSE', 'DISCOVERY');
export const Attendance = words('UNKNOWN', 'SEEN', 'EXCUSED', 'REVOKED', 'NOSHOW');
export const AutonomyLevel = words('FULLY_ASSISTED', 'PARTLY_AUTONOMOUS', 'AUTONOMOUS');
/** What a person can do with digital tools, as the national studies class it. */
export const DigitalProfile = words('EXCLUDED', 'BEGINNER_INTERMEDIATE', 'ADVANCED', 'AUTONOMOUS');
/** When skills are measured: at the start of the support, at its end, six months after that. */
export const AssessmentMoment = words('ENTRY', 'EXIT', 'SIX_MONTHS');
/** Refusing and not being reached are answers too. */
export const AssessmentOutcome = words('ANSWERED', 'REFUSED', 'UNREACHABLE');
export const DeviceUsed = words('COMPUTER', 'PHONE', 'TABLET', 'OTHER', 'NONE');
export const RedirectionTarget = words(
  'ADMINISTRATION',
  'DIGITAL_MEDIATION',
  'OPERATOR_IN_CHARGE',
  'SOCIAL_AID',
  'JOB_SEEKING',
  'ADMINISTRATIVE_HELP',
  'OTHER',
);
/** Why a support ended. The order is a contract of the figures: new ones go to the end. */
export const ExitReason = words(
  'GOALS_REACHED',
  'GOES_ON_ELSEWHERE',
  'STOPPED_BY_PERSON',
  'CONTACT_LOST',
  'MOVED_AWAY',
);
/** What came of a support; several may hold. New ones go to the end. */
export const SupportOutcome = words('JOB', 'RIGHTS_OPENED', 'EQUIPMENT', 'AUTONOMY');
/** What became of somebody who was sent on. New ones go to the end. */
export const RedirectionResult = words('HELPED', 'RECEIVED_WITHOUT_HELP', 'NOT_RECEIVED', 'DID_NOT_GO');
/** The order is a contract: a theme's place is its bit in the figures, so new ones go to the end. */
export const MediationTheme = words(
  'DIGITAL_ASSESSMENT',
  'DEVICE_BASICS',
  'DEVICE_CARE',
  'MANAGING_CONTENT',
  'BROWSING',
  'EMAIL',
  'OFFICE_TOOLS',
  'SOCIAL_NETWORKS',
  'HEALTH',
  'BANKING_AND_SHOPPING',
  'ENTREPRENEURSHIP',
  'JOB_SEEKING',
  'DIGITAL_SAFETY',
  'PARENTING',
  'SCHOOLING',
  'CREATING',
  'DIGITAL_CULTURE',
  'ARTIFICIAL_INTELLIGENCE',
  'ADMINISTRATIVE_HELP',
);
/** Only together with the theme `ADMINISTRATIVE_HELP`. New ones go to the end. */
export const AdministrativeTheme = words(
  'IDENTITY_AND_CITIZENSHIP',
  'FAMILY_AND_SCHOOL',
  'SOCIAL_AND_HEALTH',
  'WORK_AND_TRAINING',
  'HOUSING',
  'TRANSPORT',
  'MONEY_AND_TAXES',
  'JUSTICE',
  'FOREIGNERS_AND_EUROPE',
  'LEISURE_SPORT_CULTURE',
  'ASSOCIATIONS',
);
export const EquipmentType = words('COMPUTER', 'TABLET', 'SMARTPHONE');
export const Grade = words('PREMIUM', 'A', 'B', 'C', 'D');
/** Where a transfer of devices between two branches stands. */
export const TransferState = words(
  'REQUESTED',
  'ACCEPTED',
  'REFUSED',
  'SHIPPED',
  'RECEIVED',
  'DISCREPANCY',
  'CANCELLED',
);
/** What became of a device that did not arrive. */
export const MissingOutcome = words('LOST', 'FOUND', 'SENT_BACK');
export const EquipmentState = words(
  'RECEIVED',
  'IN_REFURBISHMENT',
  'READY',
  'RESERVED',
  'DISTRIBUTED',
  'NOT_REUSABLE',
  'LOANED',
  'IN_TRANSIT',
  'AFTER_SALES',
  'LOST',
  'RETURNED',
);
/** Who gives devices. */
export const DonorKind = words('ORGANISATION', 'PERSON');
/** How what people had left on a device was removed. */
export const DataErasureMethod = words(
  'OVERWRITTEN',
  'CRYPTO_ERASED',
  'FACTORY_RESET',
  'STORAGE_REMOVED',
  'STORAGE_DESTROYED',
  'NO_STORAGE',
);
export const ArticleKind = words('SIM_CARD', 'TOP_UP', 'ACCESSORY');
export const PaymentKind = words('CASH', 'CARD', 'VOUCHER', 'PARTNER');
/** How an after-sales ticket ended. */
export const AfterSalesOutcome = words('REPAIRED', 'NO_FAULT', 'EXCHANGED', 'REFUNDED');
export const BranchState = words('OPEN', 'CLOSED');
/** By what tie somebody helps in a branch. */
export const HelperKind = words('VOLUNTEER', 'CIVIC_SERVICE', 'EMPLOYEE', 'CORPORATE_VOLUNTEER', 'INTERN');
export const MemberRole = words(
  'HELPER',
  'BRANCH_MANAGER',
  'NATIONAL_COORDINATOR',
  'PRESCRIBER',
  'AUDITOR',
  'ADMINISTRATOR',
  'API_CLIENT',
);
export const MemberState = words('INVITED', 'ACTIVE', 'WITHDRAWN');

/** Coarse classes of a person on a given day: all that figures may know of them. */
export const PersonClasses = z.object({
  gender: Gender,
  ageBand: AgeBand,
  socialStatus: SocialStatus,
  communeCode: CommuneCode.nullable(),
});

export type Gender = z.output<typeof Gender>;
export type AgeBand = z.output<typeof AgeBand>;
export type SocialStatus = z.output<typeof SocialStatus>;
export type BeneficiaryKind = z.output<typeof BeneficiaryKind>;
export type OrientationSource = z.output<typeof OrientationSource>;
export type ErasureGround = z.output<typeof ErasureGround>;
export type RestrictionGround = z.output<typeof RestrictionGround>;
export type Solution = z.output<typeof Solution>;
export type WorkshopLevel = z.output<typeof WorkshopLevel>;
export type WorkshopKind = z.output<typeof WorkshopKind>;
export type Attendance = z.output<typeof Attendance>;
export type AutonomyLevel = z.output<typeof AutonomyLevel>;
export type DigitalProfile = z.output<typeof DigitalProfile>;
export type AssessmentMoment = z.output<typeof AssessmentMoment>;
export type AssessmentOutcome = z.output<typeof AssessmentOutcome>;
export type DeviceUsed = z.output<typeof DeviceUsed>;
export type ExitReason = z.output<typeof ExitReason>;
export type SupportOutcome = z.output<typeof SupportOutcome>;
export type RedirectionResult = z.output<typeof RedirectionResult>;
export type RedirectionTarget = z.output<typeof RedirectionTarget>;
export type MediationTheme = z.output<typeof MediationTheme>;
export type AdministrativeTheme = z.output<typeof AdministrativeTheme>;
export type EquipmentType = z.output<typeof EquipmentType>;
export type Grade = z.output<typeof Grade>;
export type TransferState = z.output<typeof TransferState>;
export type MissingOutcome = z.output<typeof MissingOutcome>;
export type EquipmentState = z.output<typeof EquipmentState>;
export type DonorKind = z.output<typeof DonorKind>;
export type DataErasureMethod = z.output<typeof DataErasureMethod>;
export type ArticleKind = z.output<typeof ArticleKind>;
export type PaymentKind = z.output<typeof PaymentKind>;
export type AfterSalesOutcome = z.output<typeof AfterSalesOutcome>;
export type BranchState = z.output<typeof BranchState>;
export type HelperKind = z.output<typeof HelperKind>;
export type MemberRole = z.output<typeof MemberRole>;
export type MemberState = z.output<typeof MemberState>;
export type PersonClasses = z.output<typeof PersonClasses>;
