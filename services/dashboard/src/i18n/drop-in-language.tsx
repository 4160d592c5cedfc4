import type { ReactNode } from 'react';
import { dropIns } from './drop-ins.fr.js';
import { type OwnWords, WithWords } from './own-words.js';

const words: OwnWords = {
  french: { sentences: dropIns },
  english: async () => ({ sentences: (await import('./drop-ins.en.js')).dropIns }),
};

/** The words of drop-ins, for what is below. */
export function DropInLanguage({ children }: { readonly children: ReactNode }) {
  return <WithWords own={words}>{children}</WithWords>;
}
