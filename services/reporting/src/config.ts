import { loadServiceConfig, type ServiceConfig } from '#runtime';

/** The settings of the reporting service; see the README for each variable. */
export function loadReportingConfig(environment: NodeJS.ProcessEnv): ServiceConfig {
  return loadServiceConfig('reporting', environment);
}
