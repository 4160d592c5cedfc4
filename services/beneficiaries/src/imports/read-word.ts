import type { Gender, OrientationSource, SocialStatus } from '#events';
import { searchText } from '#runtime';
import type { FirstNeed } from '../beneficiaries/enrolment-input.js';
import type { ContactPreference } from '../beneficiaries/identity.js';

/**
 * The words that lists use for values of the vocabulary: our own in both languages, those of the national tools, and what
 * people write. Accents, case and signs aside.
 */
const WORDS = {
  GENDER: {
    FEMALE: 'f|femme|feminin|mme|madame|mlle|female|woman',
    MALE: 'h|m|homme|masculin|mr|monsieur|male|man',
    NOT_STATED: 'non communique|nc|autre|non binaire|x|not stated|other',
  } satisfies Record<Gender, string>,
  SOCIAL_STATUS: {
    IN_EDUCATION: 'scolarise|en scolarite|en scolarite ou en etudes|etudiant|etudiante|lyceen|in education|student',
    UNEMPLOYED: 'sans emploi|demandeur d emploi|demandeuse d emploi|chomage|chomeur|unemployed',
    EMPLOYED: 'en emploi|salarie|salariee|independant|employed',
    RETIRED: 'retraite|a la retraite|retraitee|retired',
    NOT_STATED: 'non communique|nc|not stated',
  } satisfies Record<SocialStatus, string>,
  CONTACT_PREFERENCE: {
    CALL: 'appel|telephone|call',
    SMS: 'sms|texto',
    EMAIL: 'courriel|mail|email|e mail',
    NONE: 'sans preference|aucune|none',
  } satisfies Record<ContactPreference, string>,
  ORIENTATION_SOURCE: {
    SELF: 'venue spontanee|spontanee|spontane|self',
    ELECTED_OFFICIAL: 'elu|elue|elu ou elue|elected official',
    DEPARTMENT: 'departement|department',
    ASSOCIATION: 'association',
    THIRD_PARTY: 'tiers|un proche|proche|third party',
    CASE_WORKER: 'travail social|travailleur social|assistante sociale|suivi cabinet|case worker',
    OTHER: 'autre|other',
  } satisfies Record<OrientationSource, string>,
  FIRST_NEED: {
    COURSE: 'atelier|un atelier|cours|formation|course',
    ADMINISTRATIVE_HELP: 'demarche|demarches|une aide pour une demarche|aide administrative|administrative help',
    DEVICE: 'materiel|un materiel|equipement|ordinateur|device',
    CONNECTION: 'connexion|une connexion|internet|carte sim|connection',
  } satisfies Record<FirstNeed, string>,
} as const;

/** A field whose values are words. */
export type WordField = keyof typeof WORDS;
type Value<F extends WordField> = keyof (typeof WORDS)[F];

const BY_WORD = new Map(
  Object.entries(WORDS).map(([field, values]) => [
    field,
    new Map(
      Object.entries(values).flatMap(([value, words]) =>
        [searchText(value), ...words.split('|')].map((word) => [word, value] as const),
      ),
    ),
  ]),
);

/** The value a word stands for; undefined for one that stands for none. */
export function readWord<F extends WordField>(field: F, word: string): Value<F> | undefined {
  return BY_WORD.get(field)?.get(searchText(word)) as Value<F> | undefined;
}

const LANGUAGES = new Map<string, string>();

/** The ISO 639 code of a language named in French or English, or by its code. */
export function readLanguage(text: string): string {
  if (LANGUAGES.size === 0)
    for (const locale of ['en', 'fr']) {
      const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
      for (const a of LETTERS)
        for (const b of LETTERS) {
          const name = names.of(a + b);
          if (name) LANGUAGES.set(searchText(name), a + b);
        }
    }
  return LANGUAGES.get(searchText(text)) ?? text.toLowerCase();
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
