import { languageOf } from './own-words.js';
import { sessionFigures } from './session-figures.fr.js';

/** The words of the figures of sessions, for what stands below. */
export const SessionFigureLanguage = languageOf({ sentences: sessionFigures }, async () => ({
  sentences: (await import('./session-figures.en.js')).sessionFigures,
}));
