import type { ReactNode } from 'react';
import { imports } from './imports.fr.js';
import { type OwnWords, WithWords } from './own-words.js';
import { PlaceLanguage } from './place-language.js';

const words: OwnWords = {
  french: { sentences: imports },
  english: async () => ({ sentences: (await import('./imports.en.js')).imports }),
};

/** The words of the imports of places, and those of places, for the pages below. */
export function ImportLanguage({ children }: { readonly children: ReactNode }) {
  return (
    <PlaceLanguage>
      <WithWords own={words}>{children}</WithWords>
    </PlaceLanguage>
  );
}
