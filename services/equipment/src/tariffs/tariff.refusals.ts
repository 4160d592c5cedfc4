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
  fr: () => 'Un tarif ne finit pas avant son premier jour, et vaut au moins un jour quand on le crée.',
  en: () => 'A tariff does not end before its first day, and holds one day at least when it is set.',
});

export const MONEY_OUT_OF_RANGE = defineRefusal({
  code: 'MONEY_OUT_OF_RANGE',
  kind: 'invalid',
  fr: () => 'Un montant va de 0 à 10 000 €.',
  en: () => 'An amount is between €0 and €10,000.',
});
