import { registerEnumType } from '@nestjs/graphql';
import * as words from '#events';

const descriptions = {
  Gender: 'Gender as the person states it.',
  AgeBand: 'Age band on the day of the act, from the birth year. Bands of the national statistics.',
  SocialStatus: 'Main occupation as the person states it.',
  BeneficiaryKind: 'TRACKED: has a record; ANONYMOUS: counted for statistics only.',
  OrientationSource: 'Who sent the person.',
  ErasureGround: 'Why a person is erased: they asked, they object, or nothing keeps them any longer.',
  RestrictionGround:
    'Why a record is set aside: contested, held without right, needed for a claim, an objection being weighed, or its time is over.',
  Solution: 'What the network offers: course, drop-in, sale at a solidarity price.',
  WorkshopKind: 'COURSE: learned over several sessions or one · DISCOVERY: one session of its own, to find out.',
  WorkshopLevel: 'For whom a workshop is meant.',
  Attendance:
    'Whether the person came: SEEN, NOSHOW (did not come, said nothing), EXCUSED (cancelled by the person), REVOKED (by the service), UNKNOWN.',
  AutonomyLevel: 'How far the person did it alone.',
  DeviceUsed: 'Device used during the act.',
  RedirectionTarget: 'Where the person was sent on.',
  MediationTheme: 'What the act was about. Themes of the national statistics.',
  AdministrativeTheme: 'Field of the administrative procedure; only with the theme ADMINISTRATIVE_HELP.',
  EquipmentType: 'Kind of device.',
  Grade: 'Quality grade, PREMIUM best, D lowest.',
  EquipmentState: 'Where a device stands in its life.',
  DonorKind: 'Who gives devices.',
  DataErasureMethod: 'A way to remove the data on a device; NO_STORAGE when there is nothing to hold any.',
  TransferState: 'Where a transfer of devices between two branches stands.',
  MissingOutcome: 'What became of a device that did not arrive.',
  ArticleKind: 'Kind of counted article.',
  PaymentKind: 'How something was paid.',
  BranchState: 'Whether the branch receives people.',
  HelperKind: 'By what tie somebody helps: volunteer, civic service, employee, volunteer sent by a company, intern.',
  MemberRole: 'What a member does here; each role holds its permissions.',
  MemberState: 'INVITED: has not accepted yet; ACTIVE: may sign in; WITHDRAWN: may not any more.',
} as const;

/** The value lists of the trade as GraphQL enums: `@Field(() => GraphQLVocabulary.Gender)`. */
export const GraphQLVocabulary = {
  Gender: words.Gender.enum,
  AgeBand: words.AgeBand.enum,
  SocialStatus: words.SocialStatus.enum,
  BeneficiaryKind: words.BeneficiaryKind.enum,
  OrientationSource: words.OrientationSource.enum,
  ErasureGround: words.ErasureGround.enum,
  RestrictionGround: words.RestrictionGround.enum,
  Solution: words.Solution.enum,
  WorkshopKind: words.WorkshopKind.enum,
  WorkshopLevel: words.WorkshopLevel.enum,
  Attendance: words.Attendance.enum,
  AutonomyLevel: words.AutonomyLevel.enum,
  DeviceUsed: words.DeviceUsed.enum,
  RedirectionTarget: words.RedirectionTarget.enum,
  MediationTheme: words.MediationTheme.enum,
  AdministrativeTheme: words.AdministrativeTheme.enum,
  EquipmentType: words.EquipmentType.enum,
  Grade: words.Grade.enum,
  EquipmentState: words.EquipmentState.enum,
  DonorKind: words.DonorKind.enum,
  DataErasureMethod: words.DataErasureMethod.enum,
  TransferState: words.TransferState.enum,
  MissingOutcome: words.MissingOutcome.enum,
  ArticleKind: words.ArticleKind.enum,
  PaymentKind: words.PaymentKind.enum,
  BranchState: words.BranchState.enum,
  HelperKind: words.HelperKind.enum,
  MemberRole: words.MemberRole.enum,
  MemberState: words.MemberState.enum,
} as const;

for (const [name, description] of Object.entries(descriptions))
  registerEnumType(GraphQLVocabulary[name as keyof typeof descriptions], { name, description });
