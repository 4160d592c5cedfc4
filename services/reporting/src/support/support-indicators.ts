import type { Indicator } from '../figures/indicator.js';
import { Kind } from '../projection/delta.js';

/** Figures of support journeys and of where people were sent on, each share beside its base. */
export const SUPPORT_INDICATORS = {
  SUPPORT_JOURNEYS_OPENED: {
    id: 51,
    kind: Kind.SUPPORT_OPENED,
    measure: 'units',
    dimensions: [],
    fr: { label: 'Accompagnements globaux ouverts', definition: 'Accompagnements à objectifs ouverts, à leur date.' },
    en: { label: 'Support journeys opened', definition: 'Support journeys with goals, on the day they began.' },
  },
  SUPPORT_JOURNEYS_ENDED: {
    id: 52,
    kind: Kind.SUPPORT_ENDED,
    measure: 'units',
    dimensions: ['EXIT_REASON'],
    fr: {
      label: 'Sorties d’accompagnement',
      definition: 'Accompagnements terminés, à la date de la sortie, par motif\u00a0: la base des résultats.',
    },
    en: {
      label: 'Support journeys ended',
      definition: 'Support journeys that ended, on the day of the exit, by reason: the base of outcomes.',
    },
  },
  SUPPORT_JOURNEYS_WITH_OUTCOME: {
    id: 54,
    kind: Kind.SUPPORT_WITH_OUTCOME,
    measure: 'units',
    dimensions: [],
    fr: { label: 'Sorties avec un résultat', definition: 'Accompagnements terminés avec au moins un résultat.' },
    en: { label: 'Exits with an outcome', definition: 'Support journeys that ended with at least one outcome.' },
  },
  SUPPORT_OUTCOMES: {
    id: 53,
    kind: Kind.SUPPORT_OUTCOME,
    measure: 'units',
    dimensions: ['OUTCOME'],
    fr: {
      label: 'Résultats à la sortie',
      definition: 'Résultats notés à la sortie\u00a0; une sortie peut en compter plusieurs.',
    },
    en: { label: 'Outcomes at exit', definition: 'Outcomes noted at the exit; one exit may have several.' },
  },
  REDIRECTIONS: {
    id: 55,
    kind: Kind.REDIRECTION,
    measure: 'units',
    dimensions: ['REDIRECTION'],
    fr: {
      label: 'Redirections suivies',
      definition: 'Fois où une personne a été adressée à un autre service, à cette date, par service et par suite.',
    },
    en: {
      label: 'Redirections followed up',
      definition: 'Times that somebody was sent on to another service, on that day, by service and result.',
    },
  },
  REDIRECTIONS_KNOWN: {
    id: 56,
    kind: Kind.REDIRECTION_FOLLOWED,
    measure: 'units',
    dimensions: [],
    fr: {
      label: 'Redirections dont la suite est connue',
      definition: 'Redirections dont on sait ce qu’elles sont devenues, à la date de la redirection.',
    },
    en: {
      label: 'Redirections whose result is known',
      definition: 'Redirections of which it is known what became, on the day of the redirection.',
    },
  },
  REDIRECTIONS_HELPED: {
    id: 57,
    kind: Kind.REDIRECTION_HELPED,
    measure: 'units',
    dimensions: [],
    fr: {
      label: 'Redirections abouties',
      definition: 'Redirections où la personne a été aidée, à la date de la redirection.',
    },
    en: {
      label: 'Redirections that helped',
      definition: 'Redirections after which the person was helped, on the day of the redirection.',
    },
  },
} as const satisfies Record<string, Indicator>;
