import { assessments, assessmentTerms } from './assessments.fr.js';
import { languageOf } from './own-words.js';

/** The words of digital skills, for what stands below. */
export const AssessmentLanguage = languageOf({ sentences: assessments, terms: assessmentTerms as never }, async () => {
  const english = await import('./assessments.en.js');
  return { sentences: english.assessments, terms: english.assessmentTerms as never };
});
