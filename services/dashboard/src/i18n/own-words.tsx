import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { useLanguage, useVocabulary, VocabularyProvider } from './language.js';
import type { Terms } from './vocabulary.js';

/** Sentences, and labels of values, that only some pages need. */
export interface Words {
  readonly sentences: Readonly<Record<string, string>>;
  readonly terms?: Partial<Terms>;
}

/** French comes with the page, English when somebody reads it. */
interface OwnWords {
  readonly french: Words;
  readonly english: () => Promise<Words>;
}

/** A component that gives what is below it words of its own. */
export function languageOf(
  french: Words,
  english: () => Promise<Words>,
): (props: { readonly children: ReactNode }) => ReactNode {
  const own: OwnWords = { french, english };
  return ({ children }) => <WithWords own={own}>{children}</WithWords>;
}

/**
 * Gives the pages below words of their own beside everybody's, so that they travel with these pages and not with the
 * first screen. While the English ones are on their way the French ones stand: what was typed below is never lost.
 */
function WithWords({ own, children }: { readonly own: OwnWords; readonly children: ReactNode }) {
  const { language } = useLanguage();
  const { messages } = useIntl();
  const vocabulary = useVocabulary();
  const [english, setEnglish] = useState<Words>();
  useEffect(() => {
    if (language === 'en') void own.english().then(setEnglish);
  }, [language, own]);
  const spoken = (language === 'en' ? english : undefined) ?? own.french;
  const sentences = useMemo(
    () => ({ ...(messages as Record<string, string>), ...spoken.sentences }),
    [messages, spoken],
  );
  const terms = useMemo(() => ({ ...vocabulary, ...spoken.terms }), [vocabulary, spoken]);
  return (
    <VocabularyProvider value={terms}>
      <IntlProvider locale={language} defaultLocale="fr" messages={sentences}>
        {children}
      </IntlProvider>
    </VocabularyProvider>
  );
}
