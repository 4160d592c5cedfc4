import type { ReactNode } from 'react';
import { articles } from './articles.fr.js';
import { type OwnWords, WithWords } from './own-words.js';

const words: OwnWords = {
  french: { sentences: articles },
  english: async () => ({ sentences: (await import('./articles.en.js')).articles }),
};

/** The words of the articles that are counted, for what stands below. */
export function ArticleLanguage({ children }: { readonly children: ReactNode }) {
  return <WithWords own={words}>{children}</WithWords>;
}
