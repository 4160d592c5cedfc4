import { duplicates } from './duplicates.fr.js';
import { languageOf } from './own-words.js';

/** The words of people who may be one, for the page below. */
export const DuplicateLanguage = languageOf({ sentences: duplicates }, async () => ({
  sentences: (await import('./duplicates.en.js')).duplicates,
}));
