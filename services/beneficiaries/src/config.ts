import { loadServiceConfig, type ServiceConfig } from '#runtime';
import { NoticeSettings } from './notices/notice-settings.js';

/** The settings of the beneficiaries service; see the README for each variable. */
export function loadBeneficiariesConfig(environment: NodeJS.ProcessEnv): ServiceConfig {
  // Read again by whoever sends notices; a wrong one is named before anything starts.
  NoticeSettings.from(environment);
  return loadServiceConfig('beneficiaries', environment);
}
