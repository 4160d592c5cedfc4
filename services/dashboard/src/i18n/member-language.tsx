import { members } from './members.fr.js';
import { languageOf } from './own-words.js';

/** The words of members and invitations, for what is below. */
export const MemberLanguage = languageOf({ sentences: members }, async () => ({
  sentences: (await import('./members.en.js')).members,
}));
