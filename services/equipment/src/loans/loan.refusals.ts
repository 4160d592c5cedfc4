import { defineRefusal } from '#errors';

export const DUE_OUT_OF_RANGE = defineRefusal({
  code: 'DUE_OUT_OF_RANGE',
  kind: 'invalid',
  fr: () => 'Un prêt se rend au plus tôt demain et au plus tard dans un an.',
  en: () => 'A loan is due tomorrow at the earliest and within a year.',
});

export const LOAN_ENDED = defineRefusal({
  code: 'LOAN_ENDED',
  kind: 'conflict',
  fr: () => 'Ce prêt a déjà pris fin.',
  en: () => 'This loan has already ended.',
});
