import { connectivity } from './connectivity.fr.js';
import { languageOf } from './own-words.js';

/** The words of connectivity, for what stands below. */
export const ConnectivityLanguage = languageOf({ sentences: connectivity }, async () => ({
  sentences: (await import('./connectivity.en.js')).connectivity,
}));
