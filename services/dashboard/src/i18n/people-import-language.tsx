import { languageOf } from './own-words.js';
import { peopleImports, peopleImportTerms } from './people-imports.fr.js';

/** The words of the imports of people, for the pages below. */
export const PeopleImportLanguage = languageOf(
  { sentences: peopleImports, terms: peopleImportTerms as never },
  async () => {
    const english = await import('./people-imports.en.js');
    return { sentences: english.peopleImports, terms: english.peopleImportTerms as never };
  },
);
