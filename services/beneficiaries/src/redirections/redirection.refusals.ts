import { defineRefusal } from '#errors';

export const REDIRECTION_ANONYMOUS = defineRefusal({
  code: 'REDIRECTION_ANONYMOUS',
  kind: 'conflict',
  fr: () =>
    'Une redirection se note sur la fiche d’une personne suivie\u00a0: on demande ensuite ce qu’elle est devenue.',
  en: () => 'A redirection is noted for a tracked person: what became of it is asked later.',
});

export const REDIRECTION_DAY = defineRefusal<{ from: string }>({
  code: 'REDIRECTION_DAY',
  kind: 'invalid',
  fr: (v) => `Cette date se situe entre le ${v.from} et aujourd’hui.`,
  en: (v) => `This day is between ${v.from} and today.`,
});

export const REDIRECTION_VOIDED = defineRefusal({
  code: 'REDIRECTION_VOIDED',
  kind: 'conflict',
  fr: () => 'Cette redirection est déjà annulée.',
  en: () => 'This redirection was taken back already.',
});
