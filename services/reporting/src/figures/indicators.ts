import { ASSESSMENT_INDICATORS } from '../assessments/assessment-indicators.js';
import { EQUIPMENT_INDICATORS } from '../equipment/equipment-indicators.js';
import { Kind } from '../projection/delta.js';
import { SESSION_INDICATORS } from '../sessions/session-indicators.js';
import { SUPPORT_INDICATORS } from '../support/support-indicators.js';
import { type Indicator, PERSON, type Sum } from './indicator.js';

export { Dimension, type Indicator, ONLY_BY_MONTH, type Sum } from './indicator.js';

/** Every figure that is a sum. Unique people are counted apart: they are never a sum. */
export const INDICATORS = {
  SUPPORT_ACTS: {
    id: 1,
    kind: Kind.ACT,
    measure: 'units',
    dimensions: ['SOLUTION', 'THEME', 'ADMINISTRATIVE_THEME', ...PERSON],
    fr: {
      label: 'Accompagnements',
      definition:
        'Une personne aidée une fois : présence à une séance close, passage ou vente. Un groupe de n compte n.',
    },
    en: {
      label: 'Support acts',
      definition: 'One person helped once: seen at a closed session, a drop-in or a sale. A group of n counts n.',
    },
  },
  PEOPLE_ENROLLED: {
    id: 2,
    kind: Kind.PERSON_ENROLLED,
    measure: 'units',
    dimensions: PERSON,
    fr: { label: 'Personnes inscrites', definition: 'Personnes enregistrées pendant la période, une fois par fiche.' },
    en: { label: 'People enrolled', definition: 'People registered in the period, once per record.' },
  },
  DROP_INS_REFUSED: {
    id: 7,
    kind: Kind.DROP_IN_REFUSED,
    measure: 'units',
    dimensions: ['THEME', 'PLACE'],
    fr: { label: 'Passages non accueillis', definition: 'Personnes venues sans pouvoir être reçues.' },
    en: { label: 'Drop-ins refused', definition: 'People who came and could not be received.' },
  },
  DEVICES_RECEIVED: {
    id: 8,
    kind: Kind.DEVICE_RECEIVED,
    measure: 'units',
    dimensions: ['EQUIPMENT'],
    fr: { label: 'Matériels reçus', definition: 'Matériels entrés avec une étiquette, à leur date de réception.' },
    en: { label: 'Devices received', definition: 'Devices that came in and got a tag, on the day of receipt.' },
  },
  DEVICES_READY: {
    id: 9,
    kind: Kind.DEVICE_READY,
    measure: 'units',
    stock: true,
    dimensions: ['EQUIPMENT'],
    fr: { label: 'Matériels prêts', definition: 'Matériels prêts à distribuer à la fin de la période.' },
    en: { label: 'Devices ready', definition: 'Devices ready to distribute at the end of the period.' },
  },
  DEVICES_SOLD: {
    id: 10,
    kind: Kind.SALE_LINE,
    measure: 'units',
    only: 'DEVICES',
    dimensions: ['EQUIPMENT'],
    fr: {
      label: 'Matériels vendus',
      definition:
        'Matériels vendus au prix solidaire, ventes annulées déduites à leur date, matériels repris ou remboursés à la date du retour.',
    },
    en: {
      label: 'Devices sold',
      definition:
        'Devices sold at the solidarity price; voided sales are taken out on their date, what came back on the day it did.',
    },
  },
  ARTICLES_SOLD: {
    id: 11,
    kind: Kind.SALE_LINE,
    measure: 'units',
    only: 'ARTICLES',
    dimensions: ['EQUIPMENT'],
    fr: { label: 'Articles vendus', definition: 'Cartes SIM, recharges et accessoires vendus.' },
    en: { label: 'Articles sold', definition: 'SIM cards, top-ups and accessories sold.' },
  },
  TAKINGS: {
    id: 12,
    kind: Kind.PAYMENT,
    measure: 'cents',
    dimensions: ['PAYMENT'],
    fr: {
      label: 'Encaissements',
      definition: 'Sommes payées pour les ventes, tous moyens de paiement, moins ce qui a été remboursé, en centimes.',
    },
    en: {
      label: 'Takings',
      definition: 'Sums paid for sales, all kinds of payment, less what was paid back, in cents.',
    },
  },
  MARKET_VALUE: {
    id: 13,
    kind: Kind.MARKET_VALUE,
    measure: 'cents',
    dimensions: [],
    fr: {
      label: 'Valeur de marché',
      definition: 'Prix de marché estimé de ce qui a été vendu, quand il est connu, en centimes.',
    },
    en: { label: 'Market value', definition: 'Estimated market price of what was sold, where known, in cents.' },
  },
  MINUTES_OF_SUPPORT: {
    id: 14,
    kind: Kind.ACT,
    measure: 'minutes',
    dimensions: ['SOLUTION'],
    fr: {
      label: 'Minutes d’accompagnement',
      definition: 'Durée des accompagnements ; une séance compte pour chaque personne présente.',
    },
    en: {
      label: 'Minutes of support',
      definition: 'Length of support acts; a session counts for each person present.',
    },
  },
  PRESCRIPTIONS: {
    id: 21,
    kind: Kind.PRESCRIPTION_RECEIVED,
    measure: 'units',
    dimensions: [],
    fr: { label: 'Prescriptions reçues', definition: 'Demandes de prescripteurs, à la date de leur réception.' },
    en: { label: 'Prescriptions received', definition: 'Requests of prescribers, on the day they were received.' },
  },
  PRESCRIPTIONS_ACCEPTED: {
    id: 22,
    kind: Kind.PRESCRIPTION_ACCEPTED,
    measure: 'units',
    dimensions: [],
    fr: {
      label: 'Prescriptions acceptées',
      definition: 'Personnes prescrites que l’antenne reçoit, à la date de sa réponse.',
    },
    en: {
      label: 'Prescriptions accepted',
      definition: 'People prescribed whom the branch receives, on the day of its answer.',
    },
  },
  PRESCRIPTIONS_IN_TIME: {
    id: 23,
    kind: Kind.PRESCRIPTION_IN_TIME,
    measure: 'units',
    dimensions: [],
    fr: {
      label: 'Prescriptions répondues à temps',
      definition: 'Réponses données en sept jours au plus, à leur date.',
    },
    en: { label: 'Prescriptions answered in time', definition: 'Answers given within seven days, on their day.' },
  },
  ...SESSION_INDICATORS,
  ...ASSESSMENT_INDICATORS,
  ...SUPPORT_INDICATORS,
  ...EQUIPMENT_INDICATORS,
} as const satisfies Record<string, Indicator>;
export type IndicatorCode = keyof typeof INDICATORS;

/** Acts for people who stayed anonymous: told beside unique people, no figure of its own. */
export const ANONYMOUS_ACTS: Sum = { id: 15, kind: Kind.ACT, measure: 'units', only: 'ANONYMOUS', dimensions: [] };

/** Everything that cells keep. */
export const SUMS: readonly Sum[] = [...Object.values<Sum>(INDICATORS), ANONYMOUS_ACTS];

/** Indicators by the kind of delta they sum. */
export const INDICATORS_BY_KIND: ReadonlyMap<number, readonly (Indicator & { readonly code: IndicatorCode })[]> =
  new Map(
    Object.values(Kind).map((kind) => [
      kind,
      Object.entries<Indicator>(INDICATORS)
        .filter(([, indicator]) => indicator.kind === kind)
        .map(([code, indicator]) => ({ ...indicator, code: code as IndicatorCode })),
    ]),
  );

/** True when the sum counts this delta. */
export function counts(
  indicator: Sum,
  delta: { readonly a1?: number | null | undefined; readonly personId?: string | null | undefined },
): boolean {
  if (indicator.only === 'DEVICES') return (delta.a1 ?? 0) < 100;
  if (indicator.only === 'ARTICLES') return (delta.a1 ?? 0) >= 100;
  if (indicator.only === 'ANONYMOUS') return delta.personId == null;
  return true;
}
