import type { FigureEnum, IndicatorDefinition } from './figures.types.js';
import { INDICATORS } from './indicators.js';
import { RATES } from './rates.js';

/** What each figure counts: the sums, and those that are no sum. */
export const DEFINITIONS: IndicatorDefinition[] = [
  ...Object.entries(INDICATORS).map(([code, indicator]) => ({
    code: code as FigureEnum,
    labelFr: indicator.fr.label,
    labelEn: indicator.en.label,
    definitionFr: indicator.fr.definition,
    definitionEn: indicator.en.definition,
    dimensions: [...indicator.dimensions],
  })),
  {
    code: 'UNIQUE_PEOPLE',
    labelFr: 'Personnes accompagnées',
    labelEn: 'People helped',
    dimensions: [],
    definitionFr:
      'Personnes différentes aidées pendant la période, comptées une fois dans tout le réseau. Les passages anonymes sont comptés à part.',
    definitionEn:
      'Different people helped in the period, counted once in the whole network. Anonymous drop-ins are counted apart.',
  },
  {
    code: 'ACTIVE_HELPERS',
    labelFr: 'Membres d’équipe actifs',
    labelEn: 'Active helpers',
    dimensions: [],
    definitionFr:
      'Personnes différentes de l’équipe (bénévoles, services civiques, salariés…) avec des heures notées pendant la période.',
    definitionEn: 'Different helpers (volunteers, civic service, employees…) with hours recorded in the period.',
  },
  ...Object.entries(RATES).map(([code, { fr, en }]) => ({
    code: code as FigureEnum,
    labelFr: fr.label,
    labelEn: en.label,
    definitionFr: fr.definition,
    definitionEn: en.definition,
    dimensions: [],
  })),
];
