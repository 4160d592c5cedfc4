import { defineRefusal } from '#errors';

export const TARIFF_OVERLAP = defineRefusal({
  code: 'TARIFF_OVERLAP',
  kind: 'conflict',
  fr: () => 'Un autre tarif vaut déjà pour ce type et cette catégorie pendant cette période : mettez-y d’abord fin.',
  en: () => 'Another tariff already holds for this type and grade during that period: end it first.',
});

export const TARIFF_PERIOD = defineRefusal({
  code: 'TARIFF_PERIOD',
  kind: 'invalid',
  fr: () => 'La fin d’un tarif vient après son premier jour.',
  en: () => 'A tariff ends after its first day.',
});

export const MONEY_OUT_OF_RANGE = defineRefusal({
  code: 'MONEY_OUT_OF_RANGE',
  kind: 'invalid',
  fr: () => 'Un montant va de 0 à 10 000 €.',
  en: () => 'An amount is between €0 and €10,000.',
});
