import { labels } from './labels.fr.js';
import { languageOf } from './own-words.js';

/** The words of printed labels, for what stands below. */
export const LabelLanguage = languageOf({ sentences: labels }, async () => ({
  sentences: (await import('./labels.en.js')).labels,
}));
