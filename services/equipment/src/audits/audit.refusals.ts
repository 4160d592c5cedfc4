import { defineRefusal } from '#errors';

export const AUDIT_UNREADABLE = defineRefusal({
  code: 'AUDIT_UNREADABLE',
  kind: 'invalid',
  fr: () => 'Ce fichier n’est ni un tableau CSV avec ses titres, ni une liste JSON.',
  en: () => 'This file is neither a CSV table with its header nor a JSON list.',
});

export const AUDIT_TOO_LONG = defineRefusal<{ max: number }>({
  code: 'AUDIT_TOO_LONG',
  kind: 'invalid',
  fr: (v) => `Un envoi a de 1 à ${v.max} lignes : découpez le fichier.`,
  en: (v) => `One sending has 1 to ${v.max} rows: cut the file in pieces.`,
});

/** Names are those of the file's header. */
export const AUDIT_COLUMNS = defineRefusal<{ foreign: string; known: string }>({
  code: 'AUDIT_COLUMNS',
  kind: 'invalid',
  fr: (v) => `Colonnes inconnues : ${v.foreign}. Colonnes possibles : ${v.known}.`,
  en: (v) => `Unknown columns: ${v.foreign}. Possible columns: ${v.known}.`,
});

export const AUDIT_ROW_NAMELESS = defineRefusal({
  code: 'AUDIT_ROW_NAMELESS',
  kind: 'invalid',
  fr: () => 'La ligne n’a ni étiquette ni numéro de série : rien ne dit de quel matériel elle parle.',
  en: () => 'The row has neither tag nor serial number: nothing says which device it speaks of.',
});

export const AUDIT_SERIAL_TWICE = defineRefusal({
  code: 'AUDIT_SERIAL_TWICE',
  kind: 'conflict',
  fr: () => 'Plusieurs matériels de l’antenne ont ce numéro de série : donnez l’étiquette.',
  en: () => 'Several devices of the branch have this serial number: give the tag.',
});

export const AUDIT_VALUE = defineRefusal<{ allowed: string }>({
  code: 'AUDIT_VALUE',
  kind: 'invalid',
  fr: (v) => `Valeur illisible ; attendu : ${v.allowed}.`,
  en: (v) => `Unreadable value; expected: ${v.allowed}.`,
});
