import { loadServiceConfig, type ServiceConfig } from '#runtime';
import { GapSettings } from './shifts/tell-gaps/gap-settings.js';
import { OfferSettings } from './waitlist/offer-settings.js';

/** The settings of the workshops service; see the README for each variable. */
export function loadWorkshopsConfig(environment: NodeJS.ProcessEnv): ServiceConfig {
  // Read again by whoever uses them; a wrong one is named before anything starts.
  OfferSettings.from(environment);
  GapSettings.from(environment);
  return loadServiceConfig('workshops', environment);
}
