import { languageOf } from './own-words.js';
import { placeTerms } from './place-terms.fr.js';
import { places } from './places.fr.js';

/** The words of the directory of places, for the pages below. */
export const PlaceLanguage = languageOf({ sentences: places, terms: placeTerms }, async () => {
  const [sentences, terms] = await Promise.all([import('./places.en.js'), import('./place-terms.en.js')]);
  return { sentences: sentences.places, terms: terms.placeTerms };
});
