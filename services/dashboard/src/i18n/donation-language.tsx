import { donations, donationTerms } from './donations.fr.js';
import { languageOf } from './own-words.js';

/** The words of donors, donations, lots and waste, for what stands below. */
export const DonationLanguage = languageOf({ sentences: donations, terms: donationTerms }, async () => {
  const english = await import('./donations.en.js');
  return { sentences: english.donations, terms: english.donationTerms };
});
