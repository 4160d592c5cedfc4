import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { IntlProvider } from 'react-intl';
import type { Language } from '../ui/format.js';
import { fr } from './fr.js';

const STORED = 'passerelle.language';

interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}
const LanguageContext = createContext<LanguageChoice>({ language: 'fr', choose: () => undefined });

/** French at once; English travels only to those who ask for it, and is remembered on this device. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>('fr');
  const [english, setEnglish] = useState<Readonly<Record<string, string>> | null>(null);
  const choose = useCallback(async (wanted: Language) => {
    if (wanted === 'en') setEnglish((await import('./en.js')).en);
    setLanguage(wanted);
    localStorage.setItem(STORED, wanted);
  }, []);
  useEffect(() => {
    if (localStorage.getItem(STORED) === 'en') void choose('en');
  }, [choose]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo(() => ({ language, choose: (wanted: Language) => void choose(wanted) }), [language, choose]);
  return (
    <LanguageContext.Provider value={choice}>
      <IntlProvider locale={language} defaultLocale="fr" messages={language === 'en' && english ? english : fr}>
        {children}
      </IntlProvider>
    </LanguageContext.Provider>
  );
}

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}
