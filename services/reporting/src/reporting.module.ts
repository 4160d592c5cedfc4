import { Service } from '#runtime';
import { Figures1760000000002 } from '../migrations/0001-figures.js';
import { Versions1760000000003 } from '../migrations/0002-versions.js';
import { Closings1760000000004 } from '../migrations/0003-closings.js';
import { Proofs1760000000005 } from '../migrations/0004-proofs.js';
import { PeopleStay1760000000006 } from '../migrations/0005-people-stay.js';
import { TemporaryTables1760000000007 } from '../migrations/0006-temporary-tables.js';
import { PeopleByMonth1760000000008 } from '../migrations/0007-people-by-month.js';
import { RoleWall1760000000020 } from '../migrations/0008-role-wall.js';
import { OpenData1760000000021 } from '../migrations/0009-open-data.js';
import { SamePeople1760000000030 } from '../migrations/0010-same-people.js';
import { SubjectWall1760000000040 } from '../migrations/0011-subject-wall.js';
import { CloseMonth } from './closings/close-month/close-month.js';
import { CloseMonthResolver } from './closings/close-month/close-month.resolver.js';
import { ListCorrectionsResolver } from './closings/list-corrections/list-corrections.resolver.js';
import { MonthClosing } from './closings/month-closing.entity.js';
import { ShowClosedMonthsResolver } from './closings/show-closed-months/show-closed-months.resolver.js';
import { ShowDeviceOutcomesResolver } from './equipment/show-device-outcomes/show-device-outcomes.resolver.js';
import { ListFigureEventsResolver } from './evidence/list-figure-events/list-figure-events.resolver.js';
import { FiguresReader } from './figures/figures-reader.js';
import { ListRecentChangesResolver } from './figures/list-recent-changes/list-recent-changes.resolver.js';
import { ShowBranchFiguresResolver } from './figures/show-branch-figures.resolver.js';
import { ShowFiguresResolver } from './figures/show-figures.resolver.js';
import { ShowLastMonthsResolver } from './figures/show-last-months.resolver.js';
import { ShowTableResolver } from './figures/show-table.resolver.js';
import { Freshness } from './freshness/freshness.js';
import { NextCommit } from './freshness/next-commit.js';
import { ShowFreshnessResolver } from './freshness/show-freshness.resolver.js';
import { PublishQuarter } from './open-data/publish-quarter/publish-quarter.js';
import { PublishQuarterResolver } from './open-data/publish-quarter/publish-quarter.resolver.js';
import { QuarterPublication } from './open-data/quarter-publication.entity.js';
import { ShowOpenDataResolver } from './open-data/show-open-data/show-open-data.resolver.js';
import { WhenBeneficiaryErased } from './people/when-beneficiary-erased/when-beneficiary-erased.js';
import { FiguresApplier } from './projection/figures-applier.js';
import { ListProofsResolver } from './proofs/list-proofs/list-proofs.resolver.js';
import { Proofs } from './proofs/proofs.js';
import { ProveFiguresResolver } from './proofs/prove-figures/prove-figures.resolver.js';
import { RebuildFiguresResolver } from './rebuild/rebuild-figures.resolver.js';
import { Rebuilds } from './rebuild/rebuilds.js';
import { REGISTER } from './register.js';

@Service({
  name: 'reporting',
  entities: [MonthClosing, QuarterPublication],
  migrations: [
    Figures1760000000002,
    Versions1760000000003,
    Closings1760000000004,
    Proofs1760000000005,
    PeopleStay1760000000006,
    TemporaryTables1760000000007,
    PeopleByMonth1760000000008,
    RoleWall1760000000020,
    OpenData1760000000021,
    SamePeople1760000000030,
    SubjectWall1760000000040,
  ],
  register: REGISTER,
  providers: [
    WhenBeneficiaryErased,
    FiguresReader,
    Freshness,
    NextCommit,
    ShowFiguresResolver,
    ShowDeviceOutcomesResolver,
    ShowLastMonthsResolver,
    ShowTableResolver,
    ShowBranchFiguresResolver,
    ShowFreshnessResolver,
    ListRecentChangesResolver,
    ListFigureEventsResolver,
    CloseMonth,
    CloseMonthResolver,
    ListCorrectionsResolver,
    ShowClosedMonthsResolver,
    RebuildFiguresResolver,
    ListProofsResolver,
    ProveFiguresResolver,
    PublishQuarter,
    PublishQuarterResolver,
    ShowOpenDataResolver,
  ],
  applier: FiguresApplier,
  companions: [Rebuilds, Proofs],
})
export class ReportingModule {}
