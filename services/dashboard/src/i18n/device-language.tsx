import { deviceTerms } from './device-terms.fr.js';
import { languageOf } from './own-words.js';

/** The words of a device's own page, for what stands below. */
export const DeviceLanguage = languageOf({ sentences: {}, terms: deviceTerms }, async () => ({
  sentences: {},
  terms: (await import('./device-terms.en.js')).deviceTerms,
}));
