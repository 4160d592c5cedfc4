import { defineRefusal } from '#errors';

export const CONSENT_REQUIRED = defineRefusal({
  code: 'CONSENT_REQUIRED',
  kind: 'invalid',
  fr: () => 'Sans l’accord de la personne, rien n’est transmis. Demandez-le-lui, puis cochez la case.',
  en: () => 'Without the person’s consent nothing is passed on. Ask them for it, then tick the box.',
});

export const CONSENT_END = defineRefusal<{ until: string }>({
  code: 'CONSENT_END',
  kind: 'invalid',
  fr: (v) => `L’accord vaut au moins jusqu’à demain, et au plus tard jusqu’au ${v.until}.`,
  en: (v) => `Consent holds until tomorrow at least, and until ${v.until} at the latest.`,
});

export const NEEDS_REQUIRED = defineRefusal({
  code: 'NEEDS_REQUIRED',
  kind: 'invalid',
  fr: () => 'Indiquez au moins un besoin.',
  en: () => 'Give at least one need.',
});

export const PRESCRIPTION_ANSWERED = defineRefusal({
  code: 'PRESCRIPTION_ANSWERED',
  kind: 'conflict',
  fr: () => 'Cette prescription a déjà reçu sa réponse.',
  en: () => 'This prescription was already answered.',
});

export const PRESCRIPTION_EXPIRED = defineRefusal({
  code: 'PRESCRIPTION_EXPIRED',
  kind: 'conflict',
  fr: () => 'L’accord de la personne a pris fin ou a été retiré\u00a0: cette prescription ne peut plus être suivie.',
  en: () => 'The person’s consent has ended or was withdrawn: this prescription can no longer be followed.',
});

export const PRESCRIPTION_NOT_UNDER_WAY = defineRefusal({
  code: 'PRESCRIPTION_NOT_UNDER_WAY',
  kind: 'conflict',
  fr: () => 'Seule une prescription acceptée peut être terminée.',
  en: () => 'Only an accepted prescription can be finished.',
});

/** Unknown, used, too old, of somebody whose consent is over or who was erased: which one is not told. */
export const PRESCRIBER_LINK_OVER = defineRefusal({
  code: 'PRESCRIBER_LINK_OVER',
  kind: 'invalid',
  fr: () => 'Ce lien n’est plus valable. Demandez-en un nouveau pour orienter une personne.',
  en: () => 'This link does not hold any more. Ask for a new one to refer a person.',
});

/** A body that no form of ours sends. */
export const FORM_UNREADABLE = defineRefusal({
  code: 'FORM_UNREADABLE',
  kind: 'invalid',
  fr: () => 'Une réponse du formulaire n’est pas lisible. Vérifiez l’année de naissance, les choix et la date.',
  en: () => 'An answer of the form cannot be read. Check the year of birth, the choices and the date.',
});
