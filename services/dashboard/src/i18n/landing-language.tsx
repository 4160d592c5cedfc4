import { landing } from './landing.fr.js';
import { languageOf } from './own-words.js';

/** The words of the page of somebody who is not signed in. */
export const LandingLanguage = languageOf({ sentences: landing }, async () => ({
  sentences: (await import('./landing.en.js')).landing,
}));
