import { languageOf } from './own-words.js';
import { team, teamTerms } from './team.fr.js';

/** The words of helpers and shifts, for what is below. */
export const TeamLanguage = languageOf({ sentences: team, terms: teamTerms }, async () => {
  const english = await import('./team.en.js');
  return { sentences: english.team, terms: english.teamTerms };
});
