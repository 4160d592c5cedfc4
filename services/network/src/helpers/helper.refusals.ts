import { defineRefusal } from '#errors';

export const LANGUAGES = defineRefusal({
  code: 'LANGUAGES',
  kind: 'invalid',
  fr: () => 'Une langue s’écrit par son code, par exemple fr, ar ou uk.',
  en: () => 'A language is written as its code, fr, ar or uk for example.',
});

export const MISSION_BEFORE_CHARTER = defineRefusal({
  code: 'MISSION_BEFORE_CHARTER',
  kind: 'invalid',
  fr: () => 'La mission ne peut pas finir avant la signature de la charte.',
  en: () => 'The mission cannot end before the charter was signed.',
});
