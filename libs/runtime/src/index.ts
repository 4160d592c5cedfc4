export { type Authenticated, authenticatedOf } from './authentication.js';
export { ConfigError, loadConfig, loadServiceConfig, type ServiceConfig } from './config.js';
export { createService, type Overrides, type RunningService } from './create-service.js';
export { instantAt, localDay, monthsAfter, shiftDay, wallTime, weekdayOf, yearOf } from './days.js';
export { FILE_GONE, FILE_TOO_LARGE, NO_FILE, NOT_A_TABLE, TOO_MANY_ROWS } from './files/file.refusals.js';
export { FileKeeping, FileStore, filesDirectory } from './files/file-store.js';
export { type Repair, readTable, type Table, type TableRow } from './files/read-table.js';
export { plainCell, safeCell } from './files/safe-cell.js';
export { UploadFile } from './files/upload-file.js';
export { fileIn, type SentFile, takeForms } from './files/uploaded-form.js';
export { refuseSensitive, sensitiveRefusal } from './free-text/refuse-sensitive.js';
export { searchPatterns, searchText } from './free-text/search-text.js';
export { GraphQLVocabulary } from './graphql-vocabulary.js';
export { HealthReport } from './health.controller.js';
export { createLog } from './logging.js';
export { MetricsController, MetricsToken } from './metrics.controller.js';
export { pageTypeOf } from './page-type.js';
export { ReaderFactory, Readers } from './readers.js';
export { ExportWitness, type HeldColumn, type HeldPage, type HeldTable } from './register/held-data.js';
export {
  type ColumnUse,
  type DataSubject,
  type HeldRows,
  type Register,
  type RegisteredTable,
  usesOf,
} from './register/register.js';
export { allTables } from './register/shared-register.js';
export { Use } from './register/uses.js';
export { loaderOf, type RequestContext } from './request-loaders.js';
export { DateTime, LocalDateScalar, Uuid } from './scalars.js';
export { Schedule } from './schedule.js';
export { type Companion, definitionOf, Service, type ServiceDefinition } from './service.js';
export { answerWith, readAs } from './signed-route.js';
export { allMigrations, start } from './start.js';
