import { openData } from './open-data.fr.js';
import { languageOf } from './own-words.js';

/** The words of what is published, for what is below. */
export const OpenDataLanguage = languageOf({ sentences: openData }, async () => ({
  sentences: (await import('./open-data.en.js')).openData,
}));
