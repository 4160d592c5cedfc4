import { defineRefusal } from './refusal.js';

/** The caller's role does not hold the permission. Also the answer to "not yours", where existence must not leak. */
export const FORBIDDEN = defineRefusal({
  code: 'FORBIDDEN',
  kind: 'forbidden',
  fr: () => 'Votre rôle ne permet pas cette action.',
  en: () => 'Your role does not allow this action.',
});

/** No token, or one that does not verify. */
export const UNAUTHENTICATED = defineRefusal({
  code: 'UNAUTHENTICATED',
  kind: 'unauthenticated',
  fr: () => 'Votre connexion a expiré. Reconnectez-vous pour continuer.',
  en: () => 'Your sign-in has expired. Sign in again to continue.',
});

/** Unknown id, or one outside the caller's branches: the two are not told apart. */
export const NOT_FOUND = defineRefusal<{ what: string; whatEn: string }>({
  code: 'NOT_FOUND',
  kind: 'not-found',
  fr: (v) => `${v.what} : introuvable dans votre périmètre.`,
  en: (v) => `${v.whatEn}: not found within your reach.`,
});

/** The fact named has not reached this service yet; the same request may pass in a moment. */
export const NOT_YET_KNOWN = defineRefusal<{ what: string; whatEn: string }>({
  code: 'NOT_YET_KNOWN',
  kind: 'retry',
  fr: (v) => `${v.what} : pas encore connu ici. Réessayez dans quelques secondes.`,
  en: (v) => `${v.whatEn}: not yet known here. Try again in a few seconds.`,
});

/** The person's record is set aside at their wish or because its time is over: nothing new is done with it. */
export const BENEFICIARY_RESTRICTED = defineRefusal({
  code: 'BENEFICIARY_RESTRICTED',
  kind: 'conflict',
  fr: () => 'Cette fiche est mise de côté\u00a0: voyez la personne qui répond des droits dans votre antenne.',
  en: () => 'This record is set aside: see whoever answers for people’s rights in your branch.',
});

/** The record moved on since the caller read it (`expectedVersion`). */
export const CHANGED_MEANWHILE = defineRefusal<{ current: number }>({
  code: 'CHANGED_MEANWHILE',
  kind: 'conflict',
  fr: () => 'Quelqu’un a modifié cette fiche entre-temps. Relisez la version actuelle ; votre saisie est conservée.',
  en: () => 'Someone changed this record meanwhile. Read the current version; your input is kept.',
});

/** The same idempotency key came with another body. */
export const IDEMPOTENCY_KEY_REUSED = defineRefusal({
  code: 'IDEMPOTENCY_KEY_REUSED',
  kind: 'conflict',
  fr: () => 'Cette clé d’idempotence a déjà servi pour une autre demande.',
  en: () => 'This idempotency key was already used for another request.',
});

/** An idempotency key that is empty, too long or of odd characters. */
export const INVALID_IDEMPOTENCY_KEY = defineRefusal({
  code: 'INVALID_IDEMPOTENCY_KEY',
  kind: 'invalid',
  fr: () => 'La clé d’idempotence compte de 8 à 100 caractères visibles.',
  en: () => 'The idempotency key has 8 to 100 visible characters.',
});

/** The query itself is wrong: syntax, unknown field, wrong enum, missing variable. */
export const INVALID_QUERY = defineRefusal<{ detail: string }>({
  code: 'INVALID_QUERY',
  kind: 'invalid',
  fr: (v) => `La requête n’est pas valide : ${v.detail}`,
  en: (v) => `The query is not valid: ${v.detail}`,
});

/** A page cursor that this list did not hand out. */
export const INVALID_CURSOR = defineRefusal({
  code: 'INVALID_CURSOR',
  kind: 'invalid',
  fr: () => 'Le curseur de page n’est pas valide. Reprenez la liste au début.',
  en: () => 'The page cursor is not valid. Start the list again.',
});

/** `first` outside 1–100. */
export const PAGE_SIZE = defineRefusal({
  code: 'PAGE_SIZE',
  kind: 'invalid',
  fr: () => 'Une page compte de 1 à 100 lignes.',
  en: () => 'A page has 1 to 100 rows.',
});

/** A text that is empty or too long. */
export const TEXT_LENGTH = defineRefusal<{ min: number; max: number }>({
  code: 'TEXT_LENGTH',
  kind: 'invalid',
  fr: (v) => `Ce texte doit compter de ${v.min} à ${v.max} caractères.`,
  en: (v) => `This text must have ${v.min} to ${v.max} characters.`,
});

/** A correction or a void without saying why. */
export const REASON_REQUIRED = defineRefusal({
  code: 'REASON_REQUIRED',
  kind: 'invalid',
  fr: () => 'Indiquez la raison, de 3 à 500 caractères.',
  en: () => 'Give the reason, 3 to 500 characters.',
});

/** The service's own database does not answer, or not in time; the same request, with the same idempotency key, may pass in a moment. */
export const RECORDS_UNAVAILABLE = defineRefusal({
  code: 'RECORDS_UNAVAILABLE',
  kind: 'retry',
  fr: () => 'L’enregistrement ne répond pas en ce moment. Réessayez dans un instant.',
  en: () => 'The records do not answer right now. Try again in a moment.',
});

/** A text holds what nobody may keep here: it is named, and never repeated. */
export const SENSITIVE_TEXT = defineRefusal<{ what: string; whatEn: string }>({
  code: 'SENSITIVE_TEXT',
  kind: 'invalid',
  fr: (v) => `Ce texte contient ${v.what}. Il ne doit pas être gardé ici : retirez-le, puis enregistrez.`,
  en: (v) => `This text holds ${v.whatEn}. It must not be kept here: take it out, then save.`,
});
