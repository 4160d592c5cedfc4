import { defineRefusal } from '#errors';

export const BRANCH_CODE = defineRefusal({
  code: 'BRANCH_CODE',
  kind: 'invalid',
  fr: () => 'Le code d’une antenne compte deux lettres majuscules, par exemple BX.',
  en: () => 'A branch code has two capital letters, BX for example.',
});

export const BRANCH_CODE_TAKEN = defineRefusal<{ code: string }>({
  code: 'BRANCH_CODE_TAKEN',
  kind: 'conflict',
  fr: (v) => `Le code ${v.code} est déjà celui d’une autre antenne.`,
  en: (v) => `The code ${v.code} already belongs to another branch.`,
});

export const UNKNOWN_COMMUNE = defineRefusal({
  code: 'UNKNOWN_COMMUNE',
  kind: 'invalid',
  fr: () => 'Ce code INSEE n’est celui d’aucune commune actuelle.',
  en: () => 'This INSEE code is not one of a commune of today.',
});

export const UNKNOWN_ZONE = defineRefusal({
  code: 'UNKNOWN_ZONE',
  kind: 'invalid',
  fr: () => 'Ce fuseau horaire n’existe pas. Exemple : Europe/Paris.',
  en: () => 'This time zone does not exist. Example: Europe/Paris.',
});

export const COORDINATES = defineRefusal({
  code: 'COORDINATES',
  kind: 'invalid',
  fr: () => 'La latitude va de −90 à 90 et la longitude de −180 à 180.',
  en: () => 'Latitude goes from −90 to 90 and longitude from −180 to 180.',
});
