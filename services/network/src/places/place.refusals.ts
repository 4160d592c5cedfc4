import { defineRefusal } from '#errors';

export const PLACE_FIELD = defineRefusal<{ fr: string; en: string }>({
  code: 'PLACE_FIELD',
  kind: 'invalid',
  fr: (v) => v.fr,
  en: (v) => v.en,
});

export const PLACE_RETIRED = defineRefusal({
  code: 'PLACE_RETIRED',
  kind: 'conflict',
  fr: () => 'Ce lieu a été retiré de l’annuaire.',
  en: () => 'This place was retired from the directory.',
});

export const PLACE_ID_TAKEN = defineRefusal({
  code: 'PLACE_ID_TAKEN',
  kind: 'conflict',
  fr: () => 'Un lieu de la même source porte déjà cet identifiant.',
  en: () => 'A place of the same source already has this identifier.',
});

export const UNKNOWN_FIELD_IN_MAPPING = defineRefusal<{ field: string }>({
  code: 'UNKNOWN_FIELD_IN_MAPPING',
  kind: 'invalid',
  fr: (v) => `« ${v.field} » n’est pas un champ du standard.`,
  en: (v) => `“${v.field}” is not a field of the standard.`,
});

export const IMPORTED_MEANWHILE = defineRefusal({
  code: 'IMPORTED_MEANWHILE',
  kind: 'retry',
  fr: () => 'Un autre import touche les mêmes lieux en ce moment. Réessayez dans un instant.',
  en: () => 'Another import is touching the same places right now. Try again in a moment.',
});
