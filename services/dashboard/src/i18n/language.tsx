import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { IntlProvider } from 'react-intl';
import type { Language } from '../ui/format.js';
import { fr } from './fr.js';
import { vocabulary as french, type Vocabulary } from './vocabulary.fr.js';
import type { Terms } from './vocabulary.js';

const STORED = 'passerelle.language';

interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}
const VocabularyContext = createContext<Partial<Terms>>(french);
/** Gives the pages below labels beside everybody's; see `WithWords`. */
export const VocabularyProvider = VocabularyContext.Provider;

const LanguageContext = createContext<LanguageChoice>({ language: 'fr', choose: () => undefined });

interface English {
  readonly sentences: Readonly<Record<string, string>>;
  readonly vocabulary: Vocabulary;
}

/** French at once; English travels only to those who ask for it, and is remembered on this device. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>('fr');
  const [english, setEnglish] = useState<English | null>(null);
  const choose = useCallback(async (wanted: Language) => {
    if (wanted === 'en') {
      const [{ en }, { vocabulary }] = await Promise.all([import('./en.js'), import('./vocabulary.en.js')]);
      setEnglish({ sentences: en, vocabulary });
    }
    setLanguage(wanted);
    localStorage.setItem(STORED, wanted);
  }, []);
  useEffect(() => {
    if (localStorage.getItem(STORED) === 'en') void choose('en');
  }, [choose]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = language === 'en' ? english : null;
  const choice = useMemo(() => ({ language, choose: (wanted: Language) => void choose(wanted) }), [language, choose]);
  return (
    <LanguageContext.Provider value={choice}>
      <VocabularyContext.Provider value={spoken?.vocabulary ?? french}>
        <IntlProvider locale={language} defaultLocale="fr" messages={spoken?.sentences ?? fr}>
          {children}
        </IntlProvider>
      </VocabularyContext.Provider>
    </LanguageContext.Provider>
  );
}

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}

/** The labels of the trade's values in the reader's language: those of all pages, and those that this page brought. */
export function useVocabulary(): Partial<Terms> {
  return useContext(VocabularyContext);
}
