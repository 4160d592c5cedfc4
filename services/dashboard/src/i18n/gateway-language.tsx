import { gateway } from './gateway.fr.js';
import { languageOf } from './own-words.js';

/** The words of the status page and of the console, for the page below. */
export const GatewayLanguage = languageOf({ sentences: gateway }, async () => ({
  sentences: (await import('./gateway.en.js')).gateway,
}));
