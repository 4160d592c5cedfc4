import { languageOf } from './own-words.js';
import { tillFiles } from './till-files.fr.js';

/** The words of the till's files, for what is below. */
export const TillFileLanguage = languageOf({ sentences: tillFiles }, async () => ({
  sentences: (await import('./till-files.en.js')).tillFiles,
}));
