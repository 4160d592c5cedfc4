import { defineRefusal } from '#errors';
import { dayWords } from '../sales/day-words.js';

export const NOT_AVAILABLE = defineRefusal<{ tag: string }>({
  code: 'NOT_AVAILABLE',
  kind: 'conflict',
  fr: (v) => `Le matériel ${v.tag} n’est pas prêt : on ne réserve et ne prête que ce qui pourrait être vendu.`,
  en: (v) => `Device ${v.tag} is not ready: only what could be sold is reserved or lent.`,
});

export const DAYS_OUT_OF_RANGE = defineRefusal<{ most: number }>({
  code: 'DAYS_OUT_OF_RANGE',
  kind: 'invalid',
  fr: (v) => `Une réservation tient de 1 à ${v.most} jours.`,
  en: (v) => `A reservation holds for 1 to ${v.most} days.`,
});

export const RESERVATION_ENDED = defineRefusal({
  code: 'RESERVATION_ENDED',
  kind: 'conflict',
  fr: () => 'Cette réservation a déjà pris fin.',
  en: () => 'This reservation has already ended.',
});

export const RESERVED_FOR_ANOTHER = defineRefusal<{ tag: string; until: string }>({
  code: 'RESERVED_FOR_ANOTHER',
  kind: 'conflict',
  fr: (v) => `Le matériel ${v.tag} est réservé pour quelqu’un d’autre jusqu’au ${dayWords(v.until, 'fr-FR')}.`,
  en: (v) => `Device ${v.tag} is reserved for somebody else until ${dayWords(v.until, 'en-GB')}.`,
});
