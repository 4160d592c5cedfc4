import { defineRefusal } from '#errors';

export const NAME_REQUIRED = defineRefusal({
  code: 'NAME_REQUIRED',
  kind: 'invalid',
  fr: () => 'Indiquez au moins le prénom ou le nom.',
  en: () => 'Give at least the given name or the family name.',
});

export const NAME_CHARACTERS = defineRefusal({
  code: 'NAME_CHARACTERS',
  kind: 'invalid',
  fr: () => 'Un nom compte au moins une lettre, et aucun caractère invisible.',
  en: () => 'A name has at least one letter, and no invisible character.',
});

export const ANONYMOUS_HAS_NO_IDENTITY = defineRefusal({
  code: 'ANONYMOUS_HAS_NO_IDENTITY',
  kind: 'invalid',
  fr: () => 'Une personne anonyme n’a ni nom ni coordonnées. Inscrivez-la comme personne suivie, ou videz ce champ.',
  en: () => 'An anonymous person has neither name nor contact data. Enrol them as tracked, or empty this field.',
});

export const BIRTH_YEAR = defineRefusal<{ from: number; to: number }>({
  code: 'BIRTH_YEAR',
  kind: 'invalid',
  fr: (v) => `L’année de naissance se situe entre ${v.from} et ${v.to}.`,
  en: (v) => `The birth year is between ${v.from} and ${v.to}.`,
});

export const BIRTH_YEAR_AND_BAND = defineRefusal({
  code: 'BIRTH_YEAR_AND_BAND',
  kind: 'invalid',
  fr: () => 'Indiquez l’année de naissance ou la tranche d’âge, pas les deux.',
  en: () => 'Give the birth year or the age band, not both.',
});

export const PHONE = defineRefusal({
  code: 'PHONE',
  kind: 'invalid',
  fr: () => 'Ce numéro de téléphone n’est pas valide. Exemples : 06 12 34 56 78, +262 692 12 34 56.',
  en: () => 'This phone number is not valid. Examples: 06 12 34 56 78, +262 692 12 34 56.',
});

export const EMAIL = defineRefusal({
  code: 'EMAIL',
  kind: 'invalid',
  fr: () => 'Ce courriel n’est pas valide. Exemple : prenom.nom@exemple.fr.',
  en: () => 'This e-mail address is not valid. Example: given.family@example.org.',
});

export const CONTACT_CONTRADICTION = defineRefusal({
  code: 'CONTACT_CONTRADICTION',
  kind: 'invalid',
  fr: () => 'Vous indiquez à la fois une coordonnée et son absence. Gardez l’une des deux.',
  en: () => 'You give a contact and say there is none. Keep one of the two.',
});

export const CONTACT_PREFERENCE = defineRefusal({
  code: 'CONTACT_PREFERENCE',
  kind: 'invalid',
  fr: () => 'Pour joindre la personne ainsi, il faut la coordonnée correspondante.',
  en: () => 'To reach the person this way, the matching contact is needed.',
});

export const LANGUAGE_CODE = defineRefusal({
  code: 'LANGUAGE_CODE',
  kind: 'invalid',
  fr: () => 'La langue est donnée par son code de deux ou trois lettres : fr, ar, uk…',
  en: () => 'The language is given by its code of two or three letters: fr, ar, uk…',
});

export const COMMUNE_UNKNOWN = defineRefusal({
  code: 'COMMUNE_UNKNOWN',
  kind: 'invalid',
  fr: () => 'Cette commune n’existe pas dans la liste officielle. Cherchez-la par nom ou code postal.',
  en: () => 'This commune is not in the official list. Look it up by name or postcode.',
});

export const PRIVACY_NOTICE_REQUIRED = defineRefusal({
  code: 'PRIVACY_NOTICE_REQUIRED',
  kind: 'invalid',
  fr: () => 'Lisez la notice d’information à la personne, puis indiquez le jour, au plus tard aujourd’hui.',
  en: () => 'Read the privacy notice to the person, then give the day, today at the latest.',
});

export const ENROLMENT_DAY = defineRefusal({
  code: 'ENROLMENT_DAY',
  kind: 'invalid',
  fr: () => 'Le jour d’inscription est au plus tard aujourd’hui, et avant tout changement de situation.',
  en: () => 'The day of enrolment is today at the latest, and before any change of situation.',
});

export const SITUATION_DAY = defineRefusal<{ after: string; until: string }>({
  code: 'SITUATION_DAY',
  kind: 'invalid',
  fr: (v) =>
    `Un changement vaut d’un jour après le ${v.after} et au plus tard le ${v.until}. Pour une erreur, corrigez.`,
  en: (v) =>
    `A change holds from a day after ${v.after} and by ${v.until} at the latest. For a mistake, use a correction.`,
});

export const NOTHING_CHANGES = defineRefusal({
  code: 'NOTHING_CHANGES',
  kind: 'invalid',
  fr: () => 'Rien ne change : ces valeurs sont déjà celles de la fiche.',
  en: () => 'Nothing changes: the record already holds these values.',
});

export const BENEFICIARY_VOIDED = defineRefusal({
  code: 'BENEFICIARY_VOIDED',
  kind: 'conflict',
  fr: () => 'Cette inscription a été annulée : la fiche ne change plus.',
  en: () => 'This enrolment was voided: the record no longer changes.',
});

export const BENEFICIARY_ERASED = defineRefusal({
  code: 'BENEFICIARY_ERASED',
  kind: 'conflict',
  fr: () => 'Cette personne a été effacée\u00a0: il ne reste rien à changer.',
  en: () => 'This person was erased: nothing is left to change.',
});

export const ERASURE_NOT_CONFIRMED = defineRefusal({
  code: 'ERASURE_NOT_CONFIRMED',
  kind: 'invalid',
  fr: () => 'Un effacement ne se défait pas. Pour confirmer, écrivez EFFACER en toutes lettres.',
  en: () => 'An erasure cannot be undone. To confirm, write EFFACER in full.',
});
