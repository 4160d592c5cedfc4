import type { ReactNode } from 'react';
import { type OwnWords, WithWords } from './own-words.js';
import { transfers, transferTerms } from './transfers.fr.js';

const words: OwnWords = {
  french: { sentences: transfers, terms: transferTerms },
  english: async () => {
    const english = await import('./transfers.en.js');
    return { sentences: english.transfers, terms: english.transferTerms };
  },
};

/** The words of transfers and of the balance, for what stands below. */
export function TransferLanguage({ children }: { readonly children: ReactNode }) {
  return <WithWords own={words}>{children}</WithWords>;
}
