import { deviceTerms, deviceWords } from './device-terms.fr.js';
import { languageOf } from './own-words.js';

/** The words of a device's own page, for what stands below. */
export const DeviceLanguage = languageOf({ sentences: deviceWords, terms: deviceTerms }, async () => {
  const english = await import('./device-terms.en.js');
  return { sentences: english.deviceWords, terms: english.deviceTerms };
});
