export { RolesAndRowSecurity1000000000000 } from './base-migration.js';
export { Clock, Ids, RandomIds, SteppedClock, SystemClock } from './clock.js';
export { refusing } from './constraints.js';
export { createDataSource, type DataSourceOptions, type Migration } from './data-source.js';
export { type AfterCommit, Database, type Tx } from './database.js';
export { type CursorKey, decodeCursor, encodeCursor, type Page, pageOf, pageSize } from './keyset.js';
export { migrate } from './migrate.js';
export { type ProvisionedUrls, provisionDatabase, type RolePasswords } from './provision.js';
export { SnakeNaming } from './snake-naming.js';
