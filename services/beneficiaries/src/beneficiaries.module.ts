import { BeneficiaryErased } from '#events';
import { ExportWitness, Service, UploadFile } from '#runtime';
import { Beneficiaries1760000000001 } from '../migrations/0001-beneficiaries.js';
import { Audit1760000000002 } from '../migrations/0002-audit.js';
import { RoleWall1760000000020 } from '../migrations/0003-role-wall.js';
import { Erasures1760000000021 } from '../migrations/0004-erasures.js';
import { Limits1760000000022 } from '../migrations/0005-limits.js';
import { Retention1760000000023 } from '../migrations/0006-retention.js';
import { Notices1760000000024 } from '../migrations/0007-notices.js';
import { Merges1760000000030 } from '../migrations/0008-merges.js';
import { Prescriptions1760000000031 } from '../migrations/0009-prescriptions.js';
import { Assessments1760000000032 } from '../migrations/0010-assessments.js';
import { SupportJourneys1760000000040 } from '../migrations/0011-support-journeys.js';
import { Mandates1760000000041 } from '../migrations/0012-mandates.js';
import { PrescriptionsByMail1760000000042 } from '../migrations/0013-prescriptions-by-mail.js';
import { Imports1760000000050 } from '../migrations/0014-imports.js';
import { OtherPlace1760000000043 } from '../migrations/0015-other-place.js';
import { Delays1760000000044 } from '../migrations/0016-delays.js';
import { Assessment } from './assessments/assessment.entity.js';
import {
  ListAssessmentsResolver,
  ShowAssessmentResolver,
} from './assessments/list-assessments/list-assessments.resolver.js';
import { ListFollowUpsResolver } from './assessments/list-follow-ups/list-follow-ups.resolver.js';
import { ListQuestionnairesResolver } from './assessments/list-questionnaires/list-questionnaires.resolver.js';
import { RecordAssessment } from './assessments/record-assessment/record-assessment.js';
import { RecordAssessmentResolver } from './assessments/record-assessment/record-assessment.resolver.js';
import { VoidAssessment } from './assessments/void-assessment/void-assessment.js';
import { VoidAssessmentResolver } from './assessments/void-assessment/void-assessment.resolver.js';
import { AuditTrail } from './audit/audit-trail.js';
import { ListAccessesByMemberResolver } from './audit/list-accesses-by-member/list-accesses-by-member.resolver.js';
import { ListAccessesToPersonResolver } from './audit/list-accesses-to-person/list-accesses-to-person.resolver.js';
import { NoteExport } from './audit/note-export.js';
import { SealAudit } from './audit/seal-audit/seal-audit.js';
import { SealSchedule } from './audit/seal-audit/seal-schedule.js';
import { VerifyAuditResolver } from './audit/verify-audit/verify-audit.resolver.js';
import { AgeBandSchedule } from './beneficiaries/announce-age-bands/age-band-schedule.js';
import { AnnounceAgeBands } from './beneficiaries/announce-age-bands/announce-age-bands.js';
import { Beneficiary } from './beneficiaries/beneficiary.entity.js';
import { ChangeContact } from './beneficiaries/change-contact/change-contact.js';
import { ChangeContactResolver } from './beneficiaries/change-contact/change-contact.resolver.js';
import { ChangeRecordOfPerson } from './beneficiaries/change-record-of-person.js';
import { ChangeSituation } from './beneficiaries/change-situation/change-situation.js';
import { ChangeSituationResolver } from './beneficiaries/change-situation/change-situation.resolver.js';
import { CorrectBeneficiary } from './beneficiaries/correct-beneficiary/correct-beneficiary.js';
import { CorrectBeneficiaryResolver } from './beneficiaries/correct-beneficiary/correct-beneficiary.resolver.js';
import { EnrolBeneficiary } from './beneficiaries/enrol-beneficiary/enrol-beneficiary.js';
import { EnrolBeneficiaryResolver } from './beneficiaries/enrol-beneficiary/enrol-beneficiary.resolver.js';
import { ListBeneficiariesResolver } from './beneficiaries/list-beneficiaries/list-beneficiaries.resolver.js';
import { FindLikelyDuplicates } from './beneficiaries/list-likely-duplicates/find-likely-duplicates.js';
import { ListLikelyDuplicatesResolver } from './beneficiaries/list-likely-duplicates/list-likely-duplicates.resolver.js';
import { ListRecentBeneficiariesResolver } from './beneficiaries/list-recent-beneficiaries/list-recent-beneficiaries.resolver.js';
import { ShowBeneficiaryResolver } from './beneficiaries/show-beneficiary/show-beneficiary.resolver.js';
import { Situation } from './beneficiaries/situation.entity.js';
import { VoidBeneficiary } from './beneficiaries/void-beneficiary/void-beneficiary.js';
import { VoidBeneficiaryResolver } from './beneficiaries/void-beneficiary/void-beneficiary.resolver.js';
import { ListCommunesResolver } from './communes/list-communes/list-communes.resolver.js';
import { DismissDuplicate } from './duplicates/dismiss-duplicate/dismiss-duplicate.js';
import { DismissDuplicateResolver } from './duplicates/dismiss-duplicate/dismiss-duplicate.resolver.js';
import { ListDuplicatePairsResolver } from './duplicates/list-duplicate-pairs/list-duplicate-pairs.resolver.js';
import { ListMergesResolver, MergeBranchesResolver } from './duplicates/list-merges/list-merges.resolver.js';
import { Merge } from './duplicates/merge.entity.js';
import { MergeBeneficiaries } from './duplicates/merge-beneficiaries/merge-beneficiaries.js';
import { MergeBeneficiariesResolver } from './duplicates/merge-beneficiaries/merge-beneficiaries.resolver.js';
import { ProposeDuplicates } from './duplicates/propose-duplicates/propose-duplicates.js';
import { ProposeSchedule } from './duplicates/propose-duplicates/propose-schedule.js';
import { UnmergeBeneficiaries } from './duplicates/unmerge-beneficiaries/unmerge-beneficiaries.js';
import { UnmergeBeneficiariesResolver } from './duplicates/unmerge-beneficiaries/unmerge-beneficiaries.resolver.js';
import { EraseBeneficiary } from './erasures/erase-beneficiary/erase-beneficiary.js';
import { EraseBeneficiaryResolver } from './erasures/erase-beneficiary/erase-beneficiary.resolver.js';
import { ListErasuresResolver } from './erasures/list-erasures/list-erasures.resolver.js';
import { ShowErasureCertificateResolver } from './erasures/show-erasure-certificate/show-erasure-certificate.resolver.js';
import { WhenBeneficiaryErased } from './erasures/when-beneficiary-erased/when-beneficiary-erased.js';
import { WhenPersonPurged } from './erasures/when-person-purged/when-person-purged.js';
import { ImportSchedule } from './imports/carry-out-imports/import-schedule.js';
import { IMPORTS } from './imports/imports.js';
import { PeopleImport, PeopleImportRow } from './imports/people-import.entity.js';
import { WhenBranchChanged } from './known/when-branch-changed/when-branch-changed.js';
import { WhenHelperDescribed } from './known/when-helper-described/when-helper-described.js';
import { WhenOrganisationRegistered } from './known/when-organisation-registered/when-organisation-registered.js';
import { ChangeLimits } from './limits/change-limits.js';
import { LiftRestrictionResolver } from './limits/lift-restriction/lift-restriction.resolver.js';
import { ListRestrictedBeneficiariesResolver } from './limits/list-restricted-beneficiaries/list-restricted-beneficiaries.resolver.js';
import { NoteObjectionResolver } from './limits/note-objection/note-objection.resolver.js';
import { RestrictBeneficiaryResolver } from './limits/restrict-beneficiary/restrict-beneficiary.resolver.js';
import { WithdrawObjectionResolver } from './limits/withdraw-objection/withdraw-objection.resolver.js';
import { Mandate, MandateAct } from './mandates/mandate.entity.js';
import { MANDATES } from './mandates/mandates.js';
import { Carriers, ConfiguredCarriers } from './notices/carriers/carriers.js';
import { CountNoticesResolver, ListNoticesResolver } from './notices/list-notices/list-notices.resolver.js';
import { Notice } from './notices/notice.entity.js';
import { NoticeSettings } from './notices/notice-settings.js';
import { SendNotices } from './notices/send-notices/send-notices.js';
import { SendSchedule } from './notices/send-notices/send-schedule.js';
import { WhenSeatChanged } from './notices/when-seat-changed/when-seat-changed.js';
import { WhenSeatOffered } from './notices/when-seat-offered/when-seat-offered.js';
import { ForgetSchedule } from './prescriptions/forget-prescriptions/forget-schedule.js';
import { PrescriberRoute } from './prescriptions/prescribe-by-mail/prescriber-route.js';
import { PrescriberLetter } from './prescriptions/prescriber-letter.entity.js';
import { Prescription } from './prescriptions/prescription.entity.js';
import { PRESCRIPTIONS } from './prescriptions/prescriptions.js';
import { LetterSchedule } from './prescriptions/send-letters/letter-schedule.js';
import { DelaySchedule } from './prescriptions/tell-delays/delay-schedule.js';
import { Redirection } from './redirections/redirection.entity.js';
import { REDIRECTIONS } from './redirections/redirections.js';
import { REGISTER } from './register.js';
import { ListSoonArchivedResolver } from './retention/list-soon-archived/list-soon-archived.resolver.js';
import { NoteContact } from './retention/note-contact/note-contact.js';
import { NoteContactResolver } from './retention/note-contact/note-contact.resolver.js';
import { RetentionSettings } from './retention/retention-settings.js';
import { RetireRecords } from './retention/retire-records/retire-records.js';
import { RetireSchedule } from './retention/retire-records/retire-schedule.js';
import { WhenPersonSeen } from './retention/when-person-seen/when-person-seen.js';
import { PrintAttendanceSheetResolver } from './seats/print-attendance-sheet/print-attendance-sheet.resolver.js';
import { SupportJourney } from './support-journeys/support-journey.entity.js';
import { SUPPORT_JOURNEYS } from './support-journeys/support-journeys.js';

@Service({
  name: 'beneficiaries',
  entities: [
    Beneficiary,
    Situation,
    Notice,
    Merge,
    Prescription,
    PrescriberLetter,
    Assessment,
    SupportJourney,
    Redirection,
    Mandate,
    MandateAct,
    PeopleImport,
    PeopleImportRow,
  ],
  migrations: [
    Beneficiaries1760000000001,
    Audit1760000000002,
    RoleWall1760000000020,
    Erasures1760000000021,
    Limits1760000000022,
    Retention1760000000023,
    Notices1760000000024,
    Merges1760000000030,
    Prescriptions1760000000031,
    Assessments1760000000032,
    SupportJourneys1760000000040,
    Mandates1760000000041,
    PrescriptionsByMail1760000000042,
    Imports1760000000050,
    OtherPlace1760000000043,
    Delays1760000000044,
  ],
  register: REGISTER,
  companions: [
    AgeBandSchedule,
    SealSchedule,
    RetireSchedule,
    SendSchedule,
    ProposeSchedule,
    ForgetSchedule,
    LetterSchedule,
    ImportSchedule,
    DelaySchedule,
  ],
  controllers: [PrescriberRoute, UploadFile],
  readBeforeOpening: [BeneficiaryErased.topic],
  providers: [
    AuditTrail,
    { provide: ExportWitness, useClass: NoteExport },
    SealAudit,
    ListAccessesToPersonResolver,
    ListAccessesByMemberResolver,
    VerifyAuditResolver,
    WhenBranchChanged,
    WhenOrganisationRegistered,
    ListCommunesResolver,
    EnrolBeneficiary,
    EnrolBeneficiaryResolver,
    ShowBeneficiaryResolver,
    ListBeneficiariesResolver,
    ListRecentBeneficiariesResolver,
    FindLikelyDuplicates,
    ListLikelyDuplicatesResolver,
    AnnounceAgeBands,
    ChangeContact,
    ChangeContactResolver,
    ChangeSituation,
    ChangeSituationResolver,
    CorrectBeneficiary,
    CorrectBeneficiaryResolver,
    VoidBeneficiary,
    VoidBeneficiaryResolver,
    WhenPersonSeen,
    NoteContact,
    NoteContactResolver,
    ListSoonArchivedResolver,
    RetireRecords,
    { provide: RetentionSettings, useFactory: () => RetentionSettings.from(process.env) },
    WhenSeatChanged,
    WhenSeatOffered,
    { provide: NoticeSettings, useFactory: () => NoticeSettings.from(process.env) },
    {
      provide: Carriers,
      useFactory: (settings: NoticeSettings) => new ConfiguredCarriers(settings),
      inject: [NoticeSettings],
    },
    SendNotices,
    ListNoticesResolver,
    CountNoticesResolver,
    PrintAttendanceSheetResolver,
    ChangeLimits,
    RestrictBeneficiaryResolver,
    LiftRestrictionResolver,
    NoteObjectionResolver,
    WithdrawObjectionResolver,
    ListRestrictedBeneficiariesResolver,
    ProposeDuplicates,
    ListDuplicatePairsResolver,
    DismissDuplicate,
    DismissDuplicateResolver,
    MergeBeneficiaries,
    MergeBeneficiariesResolver,
    UnmergeBeneficiaries,
    UnmergeBeneficiariesResolver,
    ListMergesResolver,
    MergeBranchesResolver,
    ChangeRecordOfPerson,
    ...PRESCRIPTIONS,
    RecordAssessment,
    RecordAssessmentResolver,
    VoidAssessment,
    VoidAssessmentResolver,
    ListAssessmentsResolver,
    ShowAssessmentResolver,
    ListFollowUpsResolver,
    ListQuestionnairesResolver,
    WhenHelperDescribed,
    ...SUPPORT_JOURNEYS,
    ...REDIRECTIONS,
    ...MANDATES,
    ...IMPORTS,
    EraseBeneficiary,
    EraseBeneficiaryResolver,
    WhenBeneficiaryErased,
    WhenPersonPurged,
    ShowErasureCertificateResolver,
    ListErasuresResolver,
  ],
})
export class BeneficiariesModule {}
