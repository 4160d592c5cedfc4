import { languageOf } from './own-words.js';
import { rights } from './rights.fr.js';

/** The words of people's rights and of who saw their records, for the page below. */
export const RightsLanguage = languageOf({ sentences: rights }, async () => ({
  sentences: (await import('./rights.en.js')).rights,
}));
