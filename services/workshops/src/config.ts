import { loadServiceConfig, type ServiceConfig } from '#runtime';

/** The settings of the workshops service; see the README for each variable. */
export function loadWorkshopsConfig(environment: NodeJS.ProcessEnv): ServiceConfig {
  return loadServiceConfig('workshops', environment);
}
