import { defineRefusal } from '#errors';

export const LOTS_COUNT = defineRefusal<{ max: number }>({
  code: 'LOTS_COUNT',
  kind: 'invalid',
  fr: (v) => `Un don a de 1 à ${v.max} lots.`,
  en: (v) => `A donation has 1 to ${v.max} lots.`,
});

export const WEIGHT_OUT_OF_RANGE = defineRefusal<{ min: number; max: number }>({
  code: 'WEIGHT_OUT_OF_RANGE',
  kind: 'invalid',
  fr: (v) => `Un poids se donne en grammes, entre ${v.min} et ${v.max}.`,
  en: (v) => `A weight is given in grams, between ${v.min} and ${v.max}.`,
});

export const DONOR_FORGOTTEN = defineRefusal({
  code: 'DONOR_FORGOTTEN',
  kind: 'conflict',
  fr: () => 'Ce donateur a demandé à être oublié : son don s’enregistre sous un nouveau nom.',
  en: () => 'This donor asked to be forgotten: their donation goes under a new name.',
});
