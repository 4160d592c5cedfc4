import { defineRefusal } from '#errors';

export const MANDATE_ANONYMOUS = defineRefusal({
  code: 'MANDATE_ANONYMOUS',
  kind: 'conflict',
  fr: () => 'Une personne anonyme ne peut pas donner de mandat.',
  en: () => 'An anonymous person cannot give a mandate.',
});

export const MANDATE_AGREED = defineRefusal({
  code: 'MANDATE_AGREED',
  kind: 'invalid',
  fr: () => 'Le mandat se donne avec la personne\u00a0: cochez qu’elle est d’accord.',
  en: () => 'A mandate is given by the person: tick that they agree.',
});

export const MANDATE_SCOPE = defineRefusal({
  code: 'MANDATE_SCOPE',
  kind: 'invalid',
  fr: () => 'Un mandat dit au moins une sorte de démarche.',
  en: () => 'A mandate names one sort of procedure at least.',
});

export const MANDATE_OVER = defineRefusal({
  code: 'MANDATE_OVER',
  kind: 'conflict',
  fr: () => 'Ce mandat est terminé ou révoqué\u00a0: plus rien ne se fait au nom de la personne.',
  en: () => 'This mandate is over or revoked: nothing more is done in the person’s name.',
});

export const MANDATE_OUT_OF_SCOPE = defineRefusal({
  code: 'MANDATE_OUT_OF_SCOPE',
  kind: 'conflict',
  fr: () => 'Cette démarche n’est pas dans le mandat.',
  en: () => 'This sort of procedure is not in the mandate.',
});
