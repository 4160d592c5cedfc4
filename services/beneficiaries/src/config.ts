import { loadServiceConfig, type ServiceConfig } from '#runtime';

/** The settings of the beneficiaries service; see the README for each variable. */
export function loadBeneficiariesConfig(environment: NodeJS.ProcessEnv): ServiceConfig {
  return loadServiceConfig('beneficiaries', environment);
}
