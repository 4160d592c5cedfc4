import { languageOf } from './own-words.js';
import { sharing } from './sharing.fr.js';

/** The words of a view that leaves the page, for what is below. */
export const SharingLanguage = languageOf({ sentences: sharing }, async () => ({
  sentences: (await import('./sharing.en.js')).sharing,
}));
