import { Permission } from '#access';
import { FileKeeping, FileStore, filesDirectory, Service, UploadFile } from '#runtime';
import { Network1760000000001 } from '../migrations/0001-network.js';
import { ImportFile1760000000002 } from '../migrations/0002-import-file.js';
import { Members1760000000003 } from '../migrations/0003-members.js';
import { RoleWall1760000000020 } from '../migrations/0004-role-wall.js';
import { Donors1760000000060 } from '../migrations/0005-donors.js';
import { Helpers1760000000070 } from '../migrations/0006-helpers.js';
import { HelperHours1760000000110 } from '../migrations/0007-helper-hours.js';
import { PlacesNear1760000000071 } from '../migrations/0008-places-near.js';
import { ManagerLetters1760000000072 } from '../migrations/0009-manager-letters.js';
import { ManagerLetterKinds1760000000112 } from '../migrations/0010-manager-letter-kinds.js';
import { Branch } from './branches/branch.entity.js';
import { ChangeBranch } from './branches/change-branch/change-branch.js';
import { ChangeBranchResolver } from './branches/change-branch/change-branch.resolver.js';
import { ListBranchesResolver } from './branches/list-branches/list-branches.resolver.js';
import { OpenBranch } from './branches/open-branch/open-branch.js';
import { OpenBranchResolver } from './branches/open-branch/open-branch.resolver.js';
import { ShowBranchResolver } from './branches/show-branch/show-branch.resolver.js';
import { Donor } from './donors/donor.entity.js';
import { ForgetDonor } from './donors/forget-donor/forget-donor.js';
import { ForgetDonorResolver } from './donors/forget-donor/forget-donor.resolver.js';
import { ListDonorsResolver } from './donors/list-donors/list-donors.resolver.js';
import { RegisterDonor } from './donors/register-donor/register-donor.js';
import { RegisterDonorResolver } from './donors/register-donor/register-donor.resolver.js';
import { ShowDonorResolver } from './donors/show-donor/show-donor.resolver.js';
import { HELPER_HOURS } from './helper-hours/helper-hours.js';
import { HelperRate } from './helper-hours/helper-rate.entity.js';
import { DescribeHelper } from './helpers/describe-helper/describe-helper.js';
import { DescribeHelperResolver } from './helpers/describe-helper/describe-helper.resolver.js';
import { ListHelpersResolver } from './helpers/list-helpers/list-helpers.resolver.js';
import { PutDownLetters } from './letters/put-down-letters.js';
import { TellManagers } from './letters/tell-managers/tell-managers.js';
import { TellSchedule } from './letters/tell-managers/tell-schedule.js';
import { WhenPrescriptionDelayed } from './letters/when-prescription-delayed/when-prescription-delayed.js';
import { WhenShiftGapNoticed } from './letters/when-shift-gap-noticed/when-shift-gap-noticed.js';
import { AcceptInvitation } from './members/accept-invitation/accept-invitation.js';
import { InvitationRoute } from './members/accept-invitation/invitation-route.js';
import { Directory } from './members/directory/directory.js';
import { directoryFrom } from './members/directory/directory-from.js';
import { DirectoryWorker } from './members/directory/directory-worker.js';
import { FirstMembers } from './members/directory/first-members.js';
import { EndSessions } from './members/end-sessions/end-sessions.js';
import { EndSessionsResolver } from './members/end-sessions/end-sessions.resolver.js';
import { GrantRole } from './members/grant-role/grant-role.js';
import { GrantRoleResolver } from './members/grant-role/grant-role.resolver.js';
import { InviteMember } from './members/invite-member/invite-member.js';
import { InviteMemberResolver } from './members/invite-member/invite-member.resolver.js';
import { EndedSessionsRoute } from './members/list-ended-sessions/ended-sessions-route.js';
import { ListMembersResolver } from './members/list-members/list-members.resolver.js';
import { Mailer } from './members/mail/mailer.js';
import { Member } from './members/member.entity.js';
import { ShowMemberResolver } from './members/show-member/show-member.resolver.js';
import { WithdrawMember } from './members/withdraw-member/withdraw-member.js';
import { WithdrawMemberResolver } from './members/withdraw-member/withdraw-member.resolver.js';
import { ListOrganisationsResolver } from './organisations/list-organisations/list-organisations.resolver.js';
import { Organisation } from './organisations/organisation.entity.js';
import { RegisterOrganisation } from './organisations/register-organisation/register-organisation.js';
import { RegisterOrganisationResolver } from './organisations/register-organisation/register-organisation.resolver.js';
import { ShowOrganisationResolver } from './organisations/show-organisation/show-organisation.resolver.js';
import { ExportPlacesResolver } from './places/export-places/export-places.resolver.js';
import { ImportPlaces } from './places/import-places/import-places.js';
import { ImportPlacesResolver } from './places/import-places/import-places.resolver.js';
import { ImportRow, ImportRun } from './places/import-run.entity.js';
import { ListImportRunsResolver } from './places/list-import-runs/list-import-runs.resolver.js';
import { ListPlacesResolver } from './places/list-places/list-places.resolver.js';
import { ListPlacesByCommuneResolver } from './places/list-places/list-places-by-commune.resolver.js';
import { ListPlacesNearResolver } from './places/list-places-near/list-places-near.resolver.js';
import { Place } from './places/place.entity.js';
import { RegisterPlace } from './places/register-place/register-place.js';
import { RegisterPlaceResolver } from './places/register-place/register-place.resolver.js';
import { RetirePlace } from './places/retire-place/retire-place.js';
import { RetirePlaceResolver } from './places/retire-place/retire-place.resolver.js';
import { RevisePlace } from './places/revise-place/revise-place.js';
import { RevisePlaceResolver } from './places/revise-place/revise-place.resolver.js';
import { ShowImportFileResolver } from './places/show-import-file/show-import-file.resolver.js';
import { ShowImportRunResolver } from './places/show-import-run/show-import-run.resolver.js';
import { ShowPlaceResolver } from './places/show-place/show-place.resolver.js';
import { REGISTER } from './register.js';

@Service({
  name: 'network',
  entities: [Branch, Organisation, Place, ImportRun, ImportRow, Member, Donor, HelperRate],
  migrations: [
    Network1760000000001,
    ImportFile1760000000002,
    Members1760000000003,
    RoleWall1760000000020,
    Donors1760000000060,
    Helpers1760000000070,
    HelperHours1760000000110,
    PlacesNear1760000000071,
    ManagerLetters1760000000072,
    ManagerLetterKinds1760000000112,
  ],
  register: REGISTER,
  controllers: [UploadFile, InvitationRoute, EndedSessionsRoute],
  providers: [
    OpenBranch,
    OpenBranchResolver,
    ChangeBranch,
    ChangeBranchResolver,
    ListBranchesResolver,
    ShowBranchResolver,
    RegisterOrganisation,
    RegisterOrganisationResolver,
    ListOrganisationsResolver,
    ShowOrganisationResolver,
    RegisterDonor,
    RegisterDonorResolver,
    ForgetDonor,
    ForgetDonorResolver,
    ListDonorsResolver,
    ShowDonorResolver,
    RegisterPlace,
    RegisterPlaceResolver,
    RevisePlace,
    RevisePlaceResolver,
    RetirePlace,
    RetirePlaceResolver,
    ListPlacesResolver,
    ListPlacesByCommuneResolver,
    ListPlacesNearResolver,
    ShowPlaceResolver,
    {
      provide: FileKeeping,
      useFactory: () => ({ permission: Permission.ImportPlaces, directory: filesDirectory(process.env) }),
    },
    FileStore,
    ImportPlaces,
    ImportPlacesResolver,
    ShowImportFileResolver,
    ShowImportRunResolver,
    ListImportRunsResolver,
    ExportPlacesResolver,
    { provide: Directory, useFactory: () => directoryFrom(process.env) },
    Mailer,
    InviteMember,
    InviteMemberResolver,
    AcceptInvitation,
    GrantRole,
    GrantRoleResolver,
    WithdrawMember,
    WithdrawMemberResolver,
    EndSessions,
    EndSessionsResolver,
    ListMembersResolver,
    ShowMemberResolver,
    DescribeHelper,
    DescribeHelperResolver,
    ListHelpersResolver,
    ...HELPER_HOURS,
    PutDownLetters,
    WhenPrescriptionDelayed,
    WhenShiftGapNoticed,
    TellManagers,
  ],
  companions: [FirstMembers, DirectoryWorker, TellSchedule],
})
export class NetworkModule {}
