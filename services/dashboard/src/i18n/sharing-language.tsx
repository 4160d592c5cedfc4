import type { ReactNode } from 'react';
import { type OwnWords, WithWords } from './own-words.js';
import { sharing } from './sharing.fr.js';

const words: OwnWords = {
  french: { sentences: sharing },
  english: async () => ({ sentences: (await import('./sharing.en.js')).sharing }),
};

/** The words of a view that leaves the page, for what is below. */
export function SharingLanguage({ children }: { readonly children: ReactNode }) {
  return <WithWords own={words}>{children}</WithWords>;
}
