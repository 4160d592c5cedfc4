import type { ReactNode } from 'react';
import { deviceTerms } from './device-terms.fr.js';
import { type OwnWords, WithWords } from './own-words.js';

const words: OwnWords = {
  french: { sentences: {}, terms: deviceTerms },
  english: async () => ({ sentences: {}, terms: (await import('./device-terms.en.js')).deviceTerms }),
};

/** The words of a device's own page, for what stands below. */
export function DeviceLanguage({ children }: { readonly children: ReactNode }) {
  return <WithWords own={words}>{children}</WithWords>;
}
