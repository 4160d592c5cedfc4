import { assessments, assessmentTerms } from './assessments.fr.js';
import { languageOf } from './own-words.js';
import { supportTerms } from './supports.fr.js';
import { timeline } from './timeline.fr.js';

/** The words of a person's timeline, for the page below. */
export const TimelineLanguage = languageOf(
  { sentences: { ...assessments, ...timeline }, terms: { ...assessmentTerms, ...supportTerms } as never },
  async () => {
    const [own, skills, support] = await Promise.all([
      import('./timeline.en.js'),
      import('./assessments.en.js'),
      import('./supports.en.js'),
    ]);
    return {
      sentences: { ...skills.assessments, ...own.timeline },
      terms: { ...skills.assessmentTerms, ...support.supportTerms } as never,
    };
  },
);
