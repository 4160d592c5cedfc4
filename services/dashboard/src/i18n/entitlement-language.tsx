import { entitlements } from './entitlements.fr.js';
import { languageOf } from './own-words.js';

/** The words of what may still be bought, for what is below. */
export const EntitlementLanguage = languageOf({ sentences: entitlements }, async () => ({
  sentences: (await import('./entitlements.en.js')).entitlements,
}));
