import { languageOf } from './own-words.js';
import { radar } from './radar.fr.js';

/** The words of the capacity radar, for what is below. */
export const RadarLanguage = languageOf({ sentences: radar }, async () => ({
  sentences: (await import('./radar.en.js')).radar,
}));
