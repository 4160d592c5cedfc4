import { languageOf } from './own-words.js';
import { series } from './series.fr.js';

/** The words of series and of what is planned again, for what is below. */
export const SeriesLanguage = languageOf({ sentences: series }, async () => ({
  sentences: (await import('./series.en.js')).series,
}));
