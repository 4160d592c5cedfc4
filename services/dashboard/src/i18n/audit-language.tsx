import { audits } from './audits.fr.js';
import { languageOf } from './own-words.js';

/** The words of the files of a bench, for what stands below. */
export const AuditLanguage = languageOf({ sentences: audits }, async () => ({
  sentences: (await import('./audits.en.js')).audits,
}));
