import { Button } from '@mantine/core';
import { LandingLanguage } from '../i18n/landing-language.js';
import { useLabel } from '../i18n/vocabulary.js';
import { useWords } from '../i18n/words.js';
import { Mark } from '../ui/wordmark.js';
import type { PersonaChoice } from './config.js';
import css from './landing.module.css';
import { PublicPage } from './public-page.js';
import { useSession } from './session.js';

/** The page of somebody who is not signed in. On a demo network it lists who one can be. */
export function Landing() {
  return (
    <LandingLanguage>
      <FirstPage />
    </LandingLanguage>
  );
}

function FirstPage() {
  const t = useWords();
  const { config, tokens } = useSession();
  return (
    <PublicPage
      beside={
        <div className={css.landingMark}>
          <Mark size={360} />
        </div>
      }
    >
      <h1>{t('landing.title')}</h1>
      <p className={css.lead}>{t('landing.what')}</p>
      <p>
        <a href="/orient">{t('landing.orient')}</a>
      </p>
      {config.personas.length === 0 ? (
        <Button size="md" onClick={() => void tokens.signIn()}>
          {t('landing.signIn')}
        </Button>
      ) : (
        <section aria-labelledby="who">
          <h2 id="who" className={css.who}>
            {t('landing.who')}
          </h2>
          <p className="soft">{t('landing.demo')}</p>
          <ul className={css.personas}>
            {config.personas.map((persona) => (
              <Persona key={persona.id} persona={persona} onChoose={() => void tokens.signIn(persona.id)} />
            ))}
          </ul>
        </section>
      )}
    </PublicPage>
  );
}

function Persona({ persona, onChoose }: { readonly persona: PersonaChoice; readonly onChoose: () => void }) {
  const t = useWords();
  const label = useLabel();
  const where = persona.branches.includes('*') ? t('landing.network') : persona.branches.join(', ');
  return (
    <li>
      <button type="button" onClick={onChoose}>
        <strong>{persona.name}</strong>
        <span>{label('Role', persona.role)}</span>
        <span className="soft">{where}</span>
      </button>
    </li>
  );
}
