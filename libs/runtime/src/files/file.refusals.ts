import { defineRefusal } from '#errors';

/** The file holds no rows and columns that can be read. */
export const NOT_A_TABLE = defineRefusal<{ what: string; whatEn: string }>({
  code: 'NOT_A_TABLE',
  kind: 'invalid',
  fr: (v) => `Le fichier n’est ni un CSV, ni un classeur XLSX, ni une liste JSON. Reconnu : ${v.what}.`,
  en: (v) => `The file is neither a CSV, an XLSX workbook nor a JSON list. Recognised: ${v.whatEn}.`,
});

/** More rows than one import takes. */
export const TOO_MANY_ROWS = defineRefusal<{ rows: number; most: number }>({
  code: 'TOO_MANY_ROWS',
  kind: 'invalid',
  fr: (v) => `Le fichier compte ${v.rows} lignes ; un import en accepte ${v.most}. Découpez-le.`,
  en: (v) => `The file has ${v.rows} rows; one import takes ${v.most}. Split it.`,
});

/** The file is not there, or no longer, or is somebody else’s. */
export const FILE_GONE = defineRefusal({
  code: 'FILE_GONE',
  kind: 'not-found',
  fr: () => 'Ce fichier n’est plus là : un fichier est gardé 24 heures. Déposez-le à nouveau.',
  en: () => 'This file is gone: a file is kept for 24 hours. Upload it again.',
});

/** More megabytes than are kept. */
export const FILE_TOO_LARGE = defineRefusal<{ megabytes: number }>({
  code: 'FILE_TOO_LARGE',
  kind: 'invalid',
  fr: (v) => `Le fichier dépasse ${v.megabytes} Mo.`,
  en: (v) => `The file is larger than ${v.megabytes} MB.`,
});

/** A form without a file. */
export const NO_FILE = defineRefusal({
  code: 'NO_FILE',
  kind: 'invalid',
  fr: () => 'La requête ne contient aucun fichier. Envoyez un formulaire multipart avec un fichier.',
  en: () => 'The request holds no file. Send a multipart form with one file.',
});
