import { defineRefusal } from '#errors';

export const NO_THEME = defineRefusal({
  code: 'NO_THEME',
  kind: 'invalid',
  fr: () => 'Choisissez au moins une thématique.',
  en: () => 'Choose at least one theme.',
});

export const WORKSHOP_MINUTES = defineRefusal({
  code: 'WORKSHOP_MINUTES',
  kind: 'invalid',
  fr: () => 'Une séance dure de 15 minutes à 8 heures.',
  en: () => 'A session lasts from 15 minutes to 8 hours.',
});

export const BAD_LINK = defineRefusal({
  code: 'BAD_LINK',
  kind: 'invalid',
  fr: () => 'L’adresse de la ressource doit commencer par https://.',
  en: () => 'The resource address must begin with https://.',
});
