import { defineRefusal } from '#errors';
import type { EquipmentState, EquipmentType, Grade } from '#events';
import { STATE_EN, STATE_FR, TYPE_FR } from '../devices/device-words.js';
import { dayWords } from './day-words.js';

const euros = (cents: number, language: 'fr-FR' | 'en-GB') =>
  new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' }).format(cents / 100);
const TYPE_EN: Readonly<Record<EquipmentType, string>> = {
  COMPUTER: 'computer',
  TABLET: 'tablet',
  SMARTPHONE: 'smartphone',
};

export const NO_LINES = defineRefusal({
  code: 'NO_LINES',
  kind: 'invalid',
  fr: () => 'Une vente compte de 1 à 50 lignes.',
  en: () => 'A sale has 1 to 50 lines.',
});

export const LINE_MALFORMED = defineRefusal({
  code: 'LINE_MALFORMED',
  kind: 'invalid',
  fr: () => 'Une ligne vend un matériel (son étiquette), ou un article et sa quantité.',
  en: () => 'A line sells one device (its tag), or an article and its quantity.',
});

export const LINE_TWICE = defineRefusal({
  code: 'LINE_TWICE',
  kind: 'invalid',
  fr: () => 'Cette ligne répète une ligne de la même vente.',
  en: () => 'This line repeats a line of the same sale.',
});

export const DEVICE_NOT_READY = defineRefusal<{ tag: string; state: EquipmentState; since: string }>({
  code: 'DEVICE_NOT_READY',
  kind: 'conflict',
  fr: (v) => `Le matériel ${v.tag} n’est pas à vendre : ${STATE_FR[v.state]} depuis le ${dayWords(v.since, 'fr-FR')}.`,
  en: (v) => `Device ${v.tag} is not for sale: ${STATE_EN[v.state]} since ${dayWords(v.since, 'en-GB')}.`,
});

export const ALREADY_SOLD = defineRefusal<{ tag: string; since: string }>({
  code: 'ALREADY_SOLD',
  kind: 'conflict',
  fr: (v) => `Le matériel ${v.tag} a déjà été vendu le ${dayWords(v.since, 'fr-FR')}.`,
  en: (v) => `Device ${v.tag} was already sold on ${dayWords(v.since, 'en-GB')}.`,
});

export const NO_TARIFF = defineRefusal<{ type: EquipmentType; grade: Grade }>({
  code: 'NO_TARIFF',
  kind: 'conflict',
  fr: (v) => `Aucun tarif en vigueur aujourd’hui pour : ${TYPE_FR[v.type]}, catégorie ${v.grade}.`,
  en: (v) => `No tariff in force today for: ${TYPE_EN[v.type]}, grade ${v.grade}.`,
});

export const PAYMENT_MISMATCH = defineRefusal<{ total: number; paid: number }>({
  code: 'PAYMENT_MISMATCH',
  kind: 'invalid',
  fr: (v) => `Les règlements font ${euros(v.paid, 'fr-FR')} pour un total de ${euros(v.total, 'fr-FR')}.`,
  en: (v) => `Payments make ${euros(v.paid, 'en-GB')} for a total of ${euros(v.total, 'en-GB')}.`,
});

export const SALE_TIME = defineRefusal({
  code: 'SALE_TIME',
  kind: 'invalid',
  fr: () => 'Une vente se note dans le mois qui suit, et jamais d’avance\u00a0: vérifiez l’heure de l’appareil.',
  en: () => 'A sale is recorded within a month, and never ahead: check the clock of the device.',
});

export const EXCEPTION_SETTLED = defineRefusal({
  code: 'EXCEPTION_SETTLED',
  kind: 'conflict',
  fr: () => 'Cette vente a déjà été réglée.',
  en: () => 'This sale was already settled.',
});

export const SALE_IS_VOID = defineRefusal({
  code: 'SALE_IS_VOID',
  kind: 'conflict',
  fr: () => 'Cette vente a été annulée.',
  en: () => 'This sale was voided.',
});

export const SALE_HAS_RETURNS = defineRefusal({
  code: 'SALE_HAS_RETURNS',
  kind: 'conflict',
  fr: () =>
    'Des biens de cette vente ont été rendus depuis\u00a0: elle ne s’annule plus, et son paiement ne change plus.',
  en: () => 'Goods of this sale came back since: it can no longer be voided, nor its payment changed.',
});

export const NOT_IN_SALE = defineRefusal<{ label: string; left: number }>({
  code: 'NOT_IN_SALE',
  kind: 'conflict',
  fr: (v) => `De « ${v.label} », il ne reste que ${v.left} à rendre sur cette vente.`,
  en: (v) => `Of "${v.label}" only ${v.left} can still come back on this sale.`,
});

export const REFUND_BEYOND_PAID = defineRefusal<{ left: number }>({
  code: 'REFUND_BEYOND_PAID',
  kind: 'invalid',
  fr: (v) => `Par ce moyen de paiement, il n’y a plus que ${euros(v.left, 'fr-FR')} à rembourser.`,
  en: (v) => `By this kind of payment only ${euros(v.left, 'en-GB')} can still be paid back.`,
});
