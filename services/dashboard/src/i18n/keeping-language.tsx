import { keepings } from './keepings.fr.js';
import { languageOf } from './own-words.js';

/** The words of reservations and loans, for what stands below. */
export const KeepingLanguage = languageOf({ sentences: keepings }, async () => ({
  sentences: (await import('./keepings.en.js')).keepings,
}));
