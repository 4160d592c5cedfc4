import type { ReactNode } from 'react';
import { members } from './members.fr.js';
import { type OwnWords, WithWords } from './own-words.js';

const words: OwnWords = {
  french: { sentences: members },
  english: async () => ({ sentences: (await import('./members.en.js')).members }),
};

/** The words of members and invitations, for what is below. */
export function MemberLanguage({ children }: { readonly children: ReactNode }) {
  return <WithWords own={words}>{children}</WithWords>;
}
