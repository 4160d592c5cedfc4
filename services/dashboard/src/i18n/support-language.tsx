import { languageOf } from './own-words.js';
import { supports, supportTerms } from './supports.fr.js';

/** The words of support journeys and redirections, for what stands below. */
export const SupportLanguage = languageOf({ sentences: supports, terms: supportTerms as never }, async () => {
  const english = await import('./supports.en.js');
  return { sentences: english.supports, terms: english.supportTerms as never };
});
