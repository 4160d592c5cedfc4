export { type Authenticated, authenticatedOf } from './authentication.js';
export { ConfigError, loadConfig, loadServiceConfig, type ServiceConfig } from './config.js';
export { createService, type Overrides, type RunningService } from './create-service.js';
export { localDay, yearOf } from './days.js';
export { HealthReport } from './health.controller.js';
export { createLog } from './logging.js';
export { DateTime, LocalDateScalar, Uuid } from './scalars.js';
export { definitionOf, Service, type ServiceDefinition } from './service.js';
export { allMigrations, start } from './start.js';
