import { defineRefusal } from '#errors';
import { dayWords } from '../sales/day-words.js';

export const TILL_OPEN_ALREADY = defineRefusal<{ day: string }>({
  code: 'TILL_OPEN_ALREADY',
  kind: 'conflict',
  fr: (v) => `La caisse du ${dayWords(v.day, 'fr-FR')} est déjà ouverte.`,
  en: (v) => `The till of ${dayWords(v.day, 'en-GB')} is already open.`,
});

export const TILL_NOT_OPEN = defineRefusal<{ day: string }>({
  code: 'TILL_NOT_OPEN',
  kind: 'conflict',
  fr: (v) => `La caisse du ${dayWords(v.day, 'fr-FR')} n’a pas été ouverte : ouvrez-la avec son fond de caisse.`,
  en: (v) => `The till of ${dayWords(v.day, 'en-GB')} was not opened: open it with its float.`,
});

export const TILL_CLOSED = defineRefusal<{ day: string }>({
  code: 'TILL_CLOSED',
  kind: 'conflict',
  fr: (v) => `La caisse du ${dayWords(v.day, 'fr-FR')} est close : elle ne change plus.`,
  en: (v) => `The till of ${dayWords(v.day, 'en-GB')} is closed: it does not change any more.`,
});

export const ACCOUNTS_PERIOD = defineRefusal({
  code: 'ACCOUNTS_PERIOD',
  kind: 'invalid',
  fr: () => 'La période va d’un jour à un autre, d’un an au plus.',
  en: () => 'The period goes from a day to a later one, a year at most.',
});
