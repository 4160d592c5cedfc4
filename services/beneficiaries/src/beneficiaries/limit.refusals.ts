import { defineRefusal } from '#errors';

export const BENEFICIARY_RESTRICTED_ALREADY = defineRefusal({
  code: 'BENEFICIARY_RESTRICTED_ALREADY',
  kind: 'conflict',
  fr: () => 'Cette fiche est déjà mise de côté.',
  en: () => 'This record is already set aside.',
});

export const NOT_RESTRICTED = defineRefusal({
  code: 'NOT_RESTRICTED',
  kind: 'conflict',
  fr: () => 'Cette fiche n’est pas mise de côté\u00a0: il n’y a rien à lever.',
  en: () => 'This record is not set aside: there is nothing to lift.',
});

export const BENEFICIARY_OBJECTED = defineRefusal({
  code: 'BENEFICIARY_OBJECTED',
  kind: 'conflict',
  fr: () => 'L’opposition de cette personne est déjà notée.',
  en: () => 'This person’s objection is already noted.',
});

export const NOT_OBJECTED = defineRefusal({
  code: 'NOT_OBJECTED',
  kind: 'conflict',
  fr: () => 'Cette personne ne s’est pas opposée\u00a0: il n’y a rien à retirer.',
  en: () => 'This person has not objected: there is nothing to take back.',
});
