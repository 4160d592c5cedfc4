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

export const NOT_A_TABLE = defineRefusal<{ what: string; whatEn: string }>({
  code: 'NOT_A_TABLE',
  kind: 'invalid',
  fr: (v) => `Le fichier n’est ni un CSV ni une liste JSON. Reconnu : ${v.what}.`,
  en: (v) => `The file is neither a CSV nor a JSON list. Recognised: ${v.whatEn}.`,
});

export const TOO_MANY_ROWS = defineRefusal<{ rows: number; most: number }>({
  code: 'TOO_MANY_ROWS',
  kind: 'invalid',
  fr: (v) => `Le fichier compte ${v.rows} lignes ; un import en accepte ${v.most}. Découpez-le.`,
  en: (v) => `The file has ${v.rows} rows; one import takes ${v.most}. Split it.`,
});

export const FILE_GONE = defineRefusal({
  code: 'FILE_GONE',
  kind: 'not-found',
  fr: () => 'Ce fichier n’est plus là : un fichier est gardé 24 heures. Déposez-le à nouveau.',
  en: () => 'This file is gone: a file is kept for 24 hours. Upload it again.',
});

export const FILE_TOO_LARGE = defineRefusal<{ megabytes: number }>({
  code: 'FILE_TOO_LARGE',
  kind: 'invalid',
  fr: (v) => `Le fichier dépasse ${v.megabytes} Mo.`,
  en: (v) => `The file is larger than ${v.megabytes} MB.`,
});

export const NO_FILE = defineRefusal({
  code: 'NO_FILE',
  kind: 'invalid',
  fr: () => 'La requête ne contient aucun fichier. Envoyez un formulaire multipart avec un fichier.',
  en: () => 'The request holds no file. Send a multipart form with one file.',
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
