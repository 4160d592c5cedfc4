import { keptSales } from './kept-sales.fr.js';
import { languageOf } from './own-words.js';

/** The words of sales made without the network, for what stands below. */
export const KeptSaleLanguage = languageOf({ sentences: keptSales }, async () => ({
  sentences: (await import('./kept-sales.en.js')).keptSales,
}));
