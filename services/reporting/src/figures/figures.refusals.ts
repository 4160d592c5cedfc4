import { defineRefusal } from '#errors';

export const PERIOD_BACKWARDS = defineRefusal({
  code: 'PERIOD_BACKWARDS',
  kind: 'invalid',
  fr: () => 'La fin de la période précède son début.',
  en: () => 'The period ends before it begins.',
});

export const PERIOD_TOO_LONG = defineRefusal({
  code: 'PERIOD_TOO_LONG',
  kind: 'invalid',
  fr: () => 'Une période compte onze ans au plus.',
  en: () => 'A period has eleven years at most.',
});

export const NOT_BROKEN_DOWN = defineRefusal<{ indicator: string; by: string }>({
  code: 'NOT_BROKEN_DOWN',
  kind: 'invalid',
  fr: (v) => `« ${v.indicator} » ne se répartit pas par « ${v.by} ».`,
  en: (v) => `"${v.indicator}" is not broken down by "${v.by}".`,
});

export const AS_OF_IN_FUTURE = defineRefusal({
  code: 'AS_OF_IN_FUTURE',
  kind: 'invalid',
  fr: () => 'Cet instant n’est pas encore passé : personne ne sait ce qui sera connu alors.',
  en: () => 'That instant has not passed yet: nobody knows what will be known then.',
});
