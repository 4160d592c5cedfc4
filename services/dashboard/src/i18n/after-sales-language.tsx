import { afterSales, afterSalesTerms } from './after-sales.fr.js';
import { languageOf } from './own-words.js';

/** The words of after-sales, for what stands below. */
export const AfterSalesLanguage = languageOf({ sentences: afterSales, terms: afterSalesTerms }, async () => {
  const english = await import('./after-sales.en.js');
  return { sentences: english.afterSales, terms: english.afterSalesTerms };
});
