import { gate } from './gate.fr.js';
import { languageOf } from './own-words.js';

/** The words of the gate over a page whose session ended. */
export const GateLanguage = languageOf({ sentences: gate }, async () => ({
  sentences: (await import('./gate.en.js')).gate,
}));
