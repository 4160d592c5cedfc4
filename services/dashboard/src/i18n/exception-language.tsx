import { exceptions } from './exceptions.fr.js';
import { languageOf } from './own-words.js';

/** The words of the exception to the monthly cap, for what is below. */
export const ExceptionLanguage = languageOf({ sentences: exceptions }, async () => ({
  sentences: (await import('./exceptions.en.js')).exceptions,
}));
