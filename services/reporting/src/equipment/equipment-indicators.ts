import type { Indicator } from '../figures/indicator.js';
import { Kind } from '../projection/delta.js';

/** What devices weigh: given, thrown away for good, and used again. Counts of grams are counts. */
export const EQUIPMENT_INDICATORS = {
  GRAMS_COLLECTED: {
    id: 61,
    kind: Kind.GRAMS_COLLECTED,
    measure: 'units',
    dimensions: [],
    fr: { label: 'Grammes collectés', definition: 'Poids des lots donnés, à la date du don.' },
    en: { label: 'Grams collected', definition: 'Weight of the lots given, on the day of the gift.' },
  },
  GRAMS_WASTED: {
    id: 62,
    kind: Kind.GRAMS_WASTED,
    measure: 'units',
    dimensions: [],
    fr: {
      label: 'Grammes partis en déchet',
      definition: 'Poids des déchets électroniques remis à une filière, à la date de l’enlèvement.',
    },
    en: {
      label: 'Grams of waste',
      definition: 'Weight of electronic waste handed to a collector, on the day it left.',
    },
  },
  DEVICES_WASTED: {
    id: 63,
    kind: Kind.DEVICE_WASTED,
    measure: 'units',
    dimensions: [],
    fr: {
      label: 'Matériels partis en déchet',
      definition: 'Matériels étiquetés remis à une filière, à la date de l’enlèvement.',
    },
    en: { label: 'Devices wasted', definition: 'Tagged devices handed to a waste collector, on the day they left.' },
  },
  GRAMS_REUSED: {
    id: 64,
    kind: Kind.GRAMS_REUSED,
    measure: 'units',
    dimensions: [],
    fr: {
      label: 'Grammes réemployés (estimation)',
      definition:
        'Estimation du réseau\u00a0: 2\u00a0500\u00a0g par ordinateur vendu, 500\u00a0g par tablette, 180\u00a0g par smartphone, retours déduits à leur date.',
    },
    en: {
      label: 'Grams reused (estimate)',
      definition:
        'Estimate of the network: 2,500 g for each computer sold, 500 g for a tablet, 180 g for a smartphone, less what came back on its day.',
    },
  },
} as const satisfies Record<string, Indicator>;

/** What one device is held to weigh, in grams: an estimate, as nobody weighs each. */
export const GRAMS_OF = { COMPUTER: 2_500, TABLET: 500, SMARTPHONE: 180 } as const;
