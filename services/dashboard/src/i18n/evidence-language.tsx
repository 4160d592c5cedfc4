import { evidence } from './evidence.fr.js';
import { languageOf } from './own-words.js';

/** The words of the pages behind a figure, for the page below. */
export const EvidenceLanguage = languageOf({ sentences: evidence }, async () => ({
  sentences: (await import('./evidence.en.js')).evidence,
}));
