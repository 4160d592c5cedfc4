import type { Indicator } from '../figures/indicator.js';
import { Kind } from '../projection/delta.js';

const CHANGE = ['THEME', 'PROFILE_CHANGE'] as const;

/** Figures of people's digital skills: what they are at entry, and how they changed, always beside how many were compared. */
export const ASSESSMENT_INDICATORS = {
  ASSESSED_AT_ENTRY: {
    id: 41,
    kind: Kind.ASSESSED_AT_ENTRY,
    measure: 'units',
    dimensions: ['PROFILE_CHANGE'],
    fr: { label: 'Évaluées à l’entrée', definition: 'Personnes qui ont répondu à une évaluation d’entrée, à sa date.' },
    en: { label: 'Assessed at entry', definition: 'People who answered an assessment at entry, on its day.' },
  },
  COMPARED_AT_EXIT: {
    id: 42,
    kind: Kind.COMPARED_AT_EXIT,
    measure: 'units',
    dimensions: CHANGE,
    fr: {
      label: 'Comparées à la sortie',
      definition: 'Personnes évaluées à l’entrée et à la sortie, à la date de la sortie\u00a0: la base des progrès.',
    },
    en: {
      label: 'Compared at exit',
      definition: 'People assessed at entry and at exit, on the day of the exit: the base of all progress.',
    },
  },
  PROFILE_RAISED_AT_EXIT: {
    id: 43,
    kind: Kind.PROFILE_RAISED_AT_EXIT,
    measure: 'units',
    dimensions: ['PROFILE_CHANGE'],
    fr: { label: 'Profil en hausse à la sortie', definition: 'Personnes comparées dont le profil est plus élevé.' },
    en: { label: 'Profile raised at exit', definition: 'People compared whose profile is higher.' },
  },
  AUTONOMY_RAISED_AT_EXIT: {
    id: 44,
    kind: Kind.AUTONOMY_RAISED_AT_EXIT,
    measure: 'units',
    dimensions: ['THEME'],
    fr: {
      label: 'Plus autonomes à la sortie',
      definition: 'Personnes comparées qui sont plus autonomes dans une thématique au moins.',
    },
    en: {
      label: 'More autonomous at exit',
      definition: 'People compared who are more autonomous in one theme at least.',
    },
  },
  ASKED_AT_SIX_MONTHS: {
    id: 45,
    kind: Kind.ASKED_AT_SIX_MONTHS,
    measure: 'units',
    dimensions: [],
    fr: {
      label: 'Sollicitées à six mois',
      definition: 'Personnes sollicitées six mois après leur sortie, refus et injoignables compris.',
    },
    en: {
      label: 'Asked at six months',
      definition: 'People asked six months after their exit, refusals and those not reached included.',
    },
  },
  COMPARED_AT_SIX_MONTHS: {
    id: 46,
    kind: Kind.COMPARED_AT_SIX_MONTHS,
    measure: 'units',
    dimensions: CHANGE,
    fr: { label: 'Comparées à six mois', definition: 'Personnes évaluées à l’entrée et six mois après la sortie.' },
    en: { label: 'Compared at six months', definition: 'People assessed at entry and six months after the exit.' },
  },
  PROFILE_RAISED_AT_SIX_MONTHS: {
    id: 47,
    kind: Kind.PROFILE_RAISED_AT_SIX_MONTHS,
    measure: 'units',
    dimensions: ['PROFILE_CHANGE'],
    fr: {
      label: 'Profil en hausse à six mois',
      definition: 'Personnes comparées à six mois dont le profil est plus élevé qu’à l’entrée.',
    },
    en: {
      label: 'Profile raised at six months',
      definition: 'People compared at six months whose profile is higher than at entry.',
    },
  },
  AUTONOMY_RAISED_AT_SIX_MONTHS: {
    id: 48,
    kind: Kind.AUTONOMY_RAISED_AT_SIX_MONTHS,
    measure: 'units',
    dimensions: ['THEME'],
    fr: {
      label: 'Plus autonomes à six mois',
      definition: 'Personnes comparées à six mois, plus autonomes qu’à l’entrée dans une thématique au moins.',
    },
    en: {
      label: 'More autonomous at six months',
      definition: 'People compared at six months, more autonomous than at entry in one theme at least.',
    },
  },
} as const satisfies Record<string, Indicator>;
