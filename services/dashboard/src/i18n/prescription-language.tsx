import { languageOf } from './own-words.js';
import { prescriptions } from './prescriptions.fr.js';

/** The words of prescriptions, for the page below. */
export const PrescriptionLanguage = languageOf({ sentences: prescriptions }, async () => ({
  sentences: (await import('./prescriptions.en.js')).prescriptions,
}));
