import { Service } from '#runtime';
import { Network1760000000001 } from '../migrations/0001-network.js';
import { ImportFile1760000000002 } from '../migrations/0002-import-file.js';
import { RoleWall1760000000020 } from '../migrations/0003-role-wall.js';
import { Branch } from './branches/branch.entity.js';
import { ChangeBranch } from './branches/change-branch/change-branch.js';
import { ChangeBranchResolver } from './branches/change-branch/change-branch.resolver.js';
import { ListBranchesResolver } from './branches/list-branches/list-branches.resolver.js';
import { OpenBranch } from './branches/open-branch/open-branch.js';
import { OpenBranchResolver } from './branches/open-branch/open-branch.resolver.js';
import { ShowBranchResolver } from './branches/show-branch/show-branch.resolver.js';
import { ListOrganisationsResolver } from './organisations/list-organisations/list-organisations.resolver.js';
import { Organisation } from './organisations/organisation.entity.js';
import { RegisterOrganisation } from './organisations/register-organisation/register-organisation.js';
import { RegisterOrganisationResolver } from './organisations/register-organisation/register-organisation.resolver.js';
import { ShowOrganisationResolver } from './organisations/show-organisation/show-organisation.resolver.js';
import { ExportPlacesResolver } from './places/export-places/export-places.resolver.js';
import { FileStore } from './places/file-store.js';
import { ImportPlaces } from './places/import-places/import-places.js';
import { ImportPlacesResolver } from './places/import-places/import-places.resolver.js';
import { ImportRow, ImportRun } from './places/import-run.entity.js';
import { ListImportRunsResolver } from './places/list-import-runs/list-import-runs.resolver.js';
import { ListPlacesResolver } from './places/list-places/list-places.resolver.js';
import { ListPlacesByCommuneResolver } from './places/list-places/list-places-by-commune.resolver.js';
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
import { UploadFile } from './places/upload-file/upload-file.js';

@Service({
  name: 'network',
  entities: [Branch, Organisation, Place, ImportRun, ImportRow],
  migrations: [Network1760000000001, ImportFile1760000000002, RoleWall1760000000020],
  controllers: [UploadFile],
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
    RegisterPlace,
    RegisterPlaceResolver,
    RevisePlace,
    RevisePlaceResolver,
    RetirePlace,
    RetirePlaceResolver,
    ListPlacesResolver,
    ListPlacesByCommuneResolver,
    ShowPlaceResolver,
    FileStore,
    ImportPlaces,
    ImportPlacesResolver,
    ShowImportFileResolver,
    ShowImportRunResolver,
    ListImportRunsResolver,
    ExportPlacesResolver,
  ],
})
export class NetworkModule {}
