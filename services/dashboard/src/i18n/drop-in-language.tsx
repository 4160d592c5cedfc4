import { dropIns } from './drop-ins.fr.js';
import { languageOf } from './own-words.js';

/** The words of drop-ins, for what is below. */
export const DropInLanguage = languageOf({ sentences: dropIns }, async () => ({
  sentences: (await import('./drop-ins.en.js')).dropIns,
}));
