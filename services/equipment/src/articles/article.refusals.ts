import { defineRefusal } from '#errors';

export const ARTICLE_CODE_TAKEN = defineRefusal<{ code: string }>({
  code: 'ARTICLE_CODE_TAKEN',
  kind: 'conflict',
  fr: (v) => `L’antenne a déjà un article de code ${v.code}.`,
  en: (v) => `The branch already has an article with code ${v.code}.`,
});

export const QUANTITY_OUT_OF_RANGE = defineRefusal<{ min: number; max: number }>({
  code: 'QUANTITY_OUT_OF_RANGE',
  kind: 'invalid',
  fr: (v) => `Une quantité va de ${v.min} à ${v.max}.`,
  en: (v) => `A quantity is between ${v.min} and ${v.max}.`,
});

export const OUT_OF_STOCK = defineRefusal<{ left: number }>({
  code: 'OUT_OF_STOCK',
  kind: 'conflict',
  fr: (v) => `Il n’en reste que ${v.left}.`,
  en: (v) => `Only ${v.left} left.`,
});
