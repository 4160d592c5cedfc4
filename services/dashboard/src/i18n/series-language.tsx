import type { ReactNode } from 'react';
import { type OwnWords, WithWords } from './own-words.js';
import { series } from './series.fr.js';

const words: OwnWords = {
  french: { sentences: series },
  english: async () => ({ sentences: (await import('./series.en.js')).series }),
};

/** The words of series and of what is planned again, for what is below. */
export function SeriesLanguage({ children }: { readonly children: ReactNode }) {
  return <WithWords own={words}>{children}</WithWords>;
}
