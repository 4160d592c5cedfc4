import { loadServiceConfig, type ServiceConfig } from '#runtime';

/** The settings of the equipment service; see the README for each variable. */
export function loadEquipmentConfig(environment: NodeJS.ProcessEnv): ServiceConfig {
  return loadServiceConfig('equipment', environment);
}
