import { languageOf } from './own-words.js';
import { transfers, transferTerms } from './transfers.fr.js';

/** The words of transfers and of the balance, for what stands below. */
export const TransferLanguage = languageOf({ sentences: transfers, terms: transferTerms }, async () => {
  const english = await import('./transfers.en.js');
  return { sentences: english.transfers, terms: english.transferTerms };
});
