import { notices, noticeTerms } from './notices.fr.js';
import { languageOf } from './own-words.js';

/** The words of what people are told, for what is below. */
export const NoticeLanguage = languageOf({ sentences: notices, terms: noticeTerms }, async () => {
  const english = await import('./notices.en.js');
  return { sentences: english.notices, terms: english.noticeTerms };
});
