import type { ReactNode } from 'react';
import { gateway } from './gateway.fr.js';
import { type OwnWords, WithWords } from './own-words.js';

const words: OwnWords = {
  french: { sentences: gateway },
  english: async () => ({ sentences: (await import('./gateway.en.js')).gateway }),
};

/** The words of the status page and of the console, for the page below. */
export function GatewayLanguage({ children }: { readonly children: ReactNode }) {
  return <WithWords own={words}>{children}</WithWords>;
}
