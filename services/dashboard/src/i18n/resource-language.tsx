import { languageOf } from './own-words.js';
import { resources } from './resources.fr.js';

/** The words of the library, for what is below. */
export const ResourceLanguage = languageOf({ sentences: resources }, async () => ({
  sentences: (await import('./resources.en.js')).resources,
}));
