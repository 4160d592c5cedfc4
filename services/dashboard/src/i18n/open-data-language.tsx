import type { ReactNode } from 'react';
import { openData } from './open-data.fr.js';
import { type OwnWords, WithWords } from './own-words.js';

const words: OwnWords = {
  french: { sentences: openData },
  english: async () => ({ sentences: (await import('./open-data.en.js')).openData }),
};

/** The words of what is published, for what is below. */
export function OpenDataLanguage({ children }: { readonly children: ReactNode }) {
  return <WithWords own={words}>{children}</WithWords>;
}
