import { defineRefusal } from '#errors';

export const HELPER_RATE_OVERLAP = defineRefusal({
  code: 'HELPER_RATE_OVERLAP',
  kind: 'conflict',
  fr: () => 'Un autre taux vaut déjà pendant cette période\u00a0: un jour n’a qu’un taux.',
  en: () => 'Another rate already holds during that period: a day has one rate only.',
});

export const HELPER_RATE_PERIOD = defineRefusal({
  code: 'HELPER_RATE_PERIOD',
  kind: 'invalid',
  fr: () => 'La période finit après son premier jour.',
  en: () => 'The period ends after its first day.',
});

export const HELPER_RATE_CENTS = defineRefusal({
  code: 'HELPER_RATE_CENTS',
  kind: 'invalid',
  fr: () => 'Une heure vaut de 0,01 à 200\u00a0€.',
  en: () => 'An hour is worth from €0.01 to €200.',
});

export const STATEMENT_YEAR = defineRefusal({
  code: 'STATEMENT_YEAR',
  kind: 'invalid',
  fr: () => 'Une année s’écrit de 2000 à 2100.',
  en: () => 'A year is between 2000 and 2100.',
});
