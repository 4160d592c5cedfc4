import type { ReactNode } from 'react';
import { type OwnWords, WithWords } from './own-words.js';
import { rights } from './rights.fr.js';

const words: OwnWords = {
  french: { sentences: rights },
  english: async () => ({ sentences: (await import('./rights.en.js')).rights }),
};

/** The words of people's rights and of who saw their records, for the page below. */
export function RightsLanguage({ children }: { readonly children: ReactNode }) {
  return <WithWords own={words}>{children}</WithWords>;
}
