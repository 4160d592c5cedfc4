import type { ReactNode } from 'react';
import { keepings } from './keepings.fr.js';
import { type OwnWords, WithWords } from './own-words.js';

const words: OwnWords = {
  french: { sentences: keepings },
  english: async () => ({ sentences: (await import('./keepings.en.js')).keepings }),
};

/** The words of reservations and loans, for what stands below. */
export function KeepingLanguage({ children }: { readonly children: ReactNode }) {
  return <WithWords own={words}>{children}</WithWords>;
}
