import type { FigureEnum, IndicatorDefinition } from './figures.types.js';
import { INDICATORS } from './indicators.js';

/** What each figure counts: the sums, and the two that are no sum. */
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
    code: 'ATTENDANCE_RATE',
    labelFr: 'Taux de présence',
    labelEn: 'Attendance rate',
    dimensions: [],
    definitionFr: 'Personnes présentes pour cent personnes attendues, aux séances closes.',
    definitionEn: 'People present per hundred people expected, at closed sessions.',
  },
];
