import type { ReactNode } from 'react';
import { evidence } from './evidence.fr.js';
import { type OwnWords, WithWords } from './own-words.js';

const words: OwnWords = {
  french: { sentences: evidence },
  english: async () => ({ sentences: (await import('./evidence.en.js')).evidence }),
};

/** The words of the pages behind a figure, for the page below. */
export function EvidenceLanguage({ children }: { readonly children: ReactNode }) {
  return <WithWords own={words}>{children}</WithWords>;
}
