import { Service } from '#runtime';
import { Figures1760000000002 } from '../migrations/0001-figures.js';
import { Versions1760000000003 } from '../migrations/0002-versions.js';
import { FiguresReader } from './figures/figures-reader.js';
import { ListRecentChangesResolver } from './figures/list-recent-changes/list-recent-changes.resolver.js';
import { ShowBranchFiguresResolver, ShowFiguresResolver } from './figures/show-figures.resolver.js';
import { Freshness } from './freshness/freshness.js';
import { ShowFreshnessResolver } from './freshness/show-freshness.resolver.js';
import { FiguresApplier } from './projection/figures-applier.js';
import { RebuildFiguresResolver } from './rebuild/rebuild-figures.resolver.js';
import { Rebuilds } from './rebuild/rebuilds.js';

@Service({
  name: 'reporting',
  entities: [],
  migrations: [Figures1760000000002, Versions1760000000003],
  providers: [
    FiguresReader,
    Freshness,
    ShowFiguresResolver,
    ShowBranchFiguresResolver,
    ShowFreshnessResolver,
    ListRecentChangesResolver,
    RebuildFiguresResolver,
  ],
  applier: FiguresApplier,
  companions: [Rebuilds],
})
export class ReportingModule {}
