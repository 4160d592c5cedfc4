import { defineRefusal } from '#errors';

export const LIST_WITHOUT_NAMES = defineRefusal({
  code: 'LIST_WITHOUT_NAMES',
  kind: 'invalid',
  fr: () => 'Aucune colonne n’est lue comme prénom ni comme nom. Indiquez laquelle.',
  en: () => 'No column is read as given name or family name. Say which one is.',
});

export const FIELD_READ_TWICE = defineRefusal({
  code: 'FIELD_READ_TWICE',
  kind: 'invalid',
  fr: () => 'Deux colonnes sont lues comme la même information. N’en gardez qu’une.',
  en: () => 'Two columns are read as the same thing. Keep only one.',
});

export const WORD_NOT_KNOWN = defineRefusal({
  code: 'WORD_NOT_KNOWN',
  kind: 'invalid',
  fr: () => 'Ce mot n’est pas reconnu. Utilisez un mot de la liste proposée à l’inscription.',
  en: () => 'This word is not recognised. Use one of those that the enrolment form offers.',
});

export const DAY_NOT_READ = defineRefusal({
  code: 'DAY_NOT_READ',
  kind: 'invalid',
  fr: () => 'Cette date n’est pas reconnue. Écrivez-la 31/12/2026 ou 2026-12-31.',
  en: () => 'This day is not recognised. Write it 31/12/2026 or 2026-12-31.',
});

export const YEAR_NOT_READ = defineRefusal({
  code: 'YEAR_NOT_READ',
  kind: 'invalid',
  fr: () => 'Cette année n’est pas reconnue. Écrivez quatre chiffres, ou une date comme 31/12/1984.',
  en: () => 'This year is not recognised. Write four digits, or a day such as 31/12/1984.',
});

export const COMMUNE_NOT_ONE = defineRefusal<{ found: number }>({
  code: 'COMMUNE_NOT_ONE',
  kind: 'invalid',
  fr: (v) =>
    v.found === 0
      ? 'Aucune commune ne porte ce nom. Vérifiez-le, ou donnez son code INSEE.'
      : 'Plusieurs communes portent ce nom. Ajoutez une colonne de codes postaux, ou donnez le code INSEE.',
  en: (v) =>
    v.found === 0
      ? 'No commune has this name. Check it, or give its INSEE code.'
      : 'Several communes have this name. Add a column of postcodes, or give the INSEE code.',
});

export const ROW_BROKEN = defineRefusal<{ fr: string; en: string }>({
  code: 'ROW_BROKEN',
  kind: 'invalid',
  fr: (v) => v.fr,
  en: (v) => v.en,
});

export const SAME_AS_ROW = defineRefusal<{ row: number }>({
  code: 'SAME_AS_ROW',
  kind: 'conflict',
  fr: (v) => `Même personne que la ligne ${v.row} : inscrite une seule fois.`,
  en: (v) => `The same person as row ${v.row}: enrolled only once.`,
});

export const ALREADY_ENROLLED = defineRefusal({
  code: 'ALREADY_ENROLLED',
  kind: 'conflict',
  fr: () => 'Déjà inscrite dans cette antenne : sa fiche reste comme elle est.',
  en: () => 'Already enrolled in this branch: the record stays as it is.',
});
