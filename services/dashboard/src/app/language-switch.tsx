import { useLanguage } from '../i18n/language.js';
import css from './top-bar.module.css';

/** Each language in its own words. */
export function LanguageSwitch() {
  const { language, choose } = useLanguage();
  const other = language === 'fr' ? 'en' : 'fr';
  return (
    <button type="button" className={css.quiet} lang={other} onClick={() => choose(other)}>
      {other === 'en' ? 'English' : 'Français'}
    </button>
  );
}
