import { languageOf } from './own-words.js';
import { tillDays } from './till-days.fr.js';

/** The words of the till's day, for what stands below. */
export const TillLanguage = languageOf({ sentences: tillDays }, async () => ({
  sentences: (await import('./till-days.en.js')).tillDays,
}));
