import type { ReactNode } from 'react';
import { type OwnWords, WithWords } from './own-words.js';
import { placeTerms } from './place-terms.fr.js';
import { places } from './places.fr.js';

const words: OwnWords = {
  french: { sentences: places, terms: placeTerms },
  english: async () => {
    const [sentences, terms] = await Promise.all([import('./places.en.js'), import('./place-terms.en.js')]);
    return { sentences: sentences.places, terms: terms.placeTerms };
  },
};

/** The words of the directory of places, for the pages below. */
export function PlaceLanguage({ children }: { readonly children: ReactNode }) {
  return <WithWords own={words}>{children}</WithWords>;
}
