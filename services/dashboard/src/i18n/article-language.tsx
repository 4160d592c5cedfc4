import { articles } from './articles.fr.js';
import { languageOf } from './own-words.js';

/** The words of the articles that are counted, for what stands below. */
export const ArticleLanguage = languageOf({ sentences: articles }, async () => ({
  sentences: (await import('./articles.en.js')).articles,
}));
