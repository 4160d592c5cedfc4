import { defineRefusal } from '#errors';

export const MERGE_WITH_ITSELF = defineRefusal({
  code: 'MERGE_WITH_ITSELF',
  kind: 'invalid',
  fr: () => 'C’est deux fois la même fiche\u00a0: choisissez-en une autre.',
  en: () => 'This is the same record twice: choose another one.',
});

export const MERGE_ANONYMOUS = defineRefusal({
  code: 'MERGE_ANONYMOUS',
  kind: 'invalid',
  fr: () => 'Une personne anonyme ne se reconnaît pas\u00a0: sa fiche ne se réunit avec aucune autre.',
  en: () => 'An anonymous person cannot be recognised: their record is merged with no other.',
});

export const BENEFICIARY_MERGED = defineRefusal({
  code: 'BENEFICIARY_MERGED',
  kind: 'conflict',
  fr: () => 'Cette fiche est déjà réunie avec une autre\u00a0: choisissez la fiche gardée, ou séparez-les d’abord.',
  en: () => 'This record is already merged into another: choose the one that was kept, or part them first.',
});

export const MERGE_UNDONE = defineRefusal({
  code: 'MERGE_UNDONE',
  kind: 'conflict',
  fr: () => 'Ces fiches sont déjà séparées.',
  en: () => 'These records are parted already.',
});

export const DUPLICATE_SETTLED = defineRefusal({
  code: 'DUPLICATE_SETTLED',
  kind: 'conflict',
  fr: () => 'Quelqu’un a déjà répondu pour ces deux fiches.',
  en: () => 'Somebody has already answered for these two records.',
});
