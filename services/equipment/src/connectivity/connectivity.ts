import { ActivateSim } from './activate-sim/activate-sim.js';
import { ActivateSimResolver } from './activate-sim/activate-sim.resolver.js';
import { ExportConnectivityResolver } from './export-connectivity/export-connectivity.resolver.js';
import { ShowStatementResolver } from './show-statement/show-statement.resolver.js';

/** The slices of connectivity, for the service's table of contents. */
export const CONNECTIVITY = [ActivateSim, ActivateSimResolver, ShowStatementResolver, ExportConnectivityResolver];
