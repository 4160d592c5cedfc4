import { defineRefusal } from '#errors';
import { dayWords } from '../sales/day-words.js';

const euros = (cents: number, language: 'fr-FR' | 'en-GB') =>
  new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100);

export const CAP_PASSED = defineRefusal<{ left: number; until: string }>({
  code: 'CAP_PASSED',
  kind: 'conflict',
  fr: (v) => `Il reste ${euros(v.left, 'fr-FR')} de recharge jusqu’au ${dayWords(v.until, 'fr-FR')}.`,
  en: (v) => `${euros(v.left, 'en-GB')} of top-up left until ${dayWords(v.until, 'en-GB')}.`,
});

export const WINDOW_ENDED = defineRefusal<{ lastDay: string; renewals: number }>({
  code: 'WINDOW_ENDED',
  kind: 'conflict',
  fr: (v) =>
    `Le droit d’achat de cette personne a pris fin le ${dayWords(v.lastDay, 'fr-FR')}${v.renewals > 0 ? ' ; il peut être renouvelé une fois' : ''}.`,
  en: (v) =>
    `This person’s right to buy ended on ${dayWords(v.lastDay, 'en-GB')}${v.renewals > 0 ? '; it can be renewed once' : ''}.`,
});

export const NOT_RENEWABLE = defineRefusal({
  code: 'NOT_RENEWABLE',
  kind: 'conflict',
  fr: () => 'Ce droit d’achat a déjà été renouvelé, ou n’a pas encore commencé.',
  en: () => 'This right to buy was already renewed, or has not begun yet.',
});

export const EXCEPTION_MONTH = defineRefusal({
  code: 'EXCEPTION_MONTH',
  kind: 'invalid',
  fr: () => 'Une dérogation vaut pour le mois en cours ou le suivant.',
  en: () => 'An exception is for this month or the next.',
});
