import { grades } from './grades.fr.js';
import { languageOf } from './own-words.js';

/** The words of the grade rule, for what is below. */
export const GradeLanguage = languageOf({ sentences: grades }, async () => ({
  sentences: (await import('./grades.en.js')).grades,
}));
