import { enrolList } from './enrol-list.fr.js';
import { languageOf } from './own-words.js';

/** The words of enrolling a list, for the dialog below. */
export const EnrolListLanguage = languageOf({ sentences: enrolList }, async () => ({
  sentences: (await import('./enrol-list.en.js')).enrolList,
}));
