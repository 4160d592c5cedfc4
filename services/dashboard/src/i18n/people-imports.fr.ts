/** Sentences of the imports of people; they travel with their pages. */
export const peopleImports = {
  'peopleImport.doing': 'Lecture de l’import',
  'peopleImport.file': 'Fichier',
  'peopleImport.privacy':
    'Le fichier est effacé au bout d’un jour\u00a0; le contenu d’une ligne, dès qu’elle est traitée.',
  'peopleImport.recognised': '{format} · {rows, plural, one {# ligne} other {# lignes}}',
  'peopleImport.columns': 'Colonnes du fichier',
  'peopleImport.columnsHelp':
    'Chaque ligne suit les règles du formulaire d’inscription. Une ligne refusée n’en retient aucune autre.',
  'peopleImport.column': 'Colonne',
  'peopleImport.filled': 'Lignes remplies',
  'peopleImport.filledRows': '{filled} sur {rows}',
  'peopleImport.readAs': 'Lue comme',
  'peopleImport.readAsOf': '{column}, lue comme',
  'peopleImport.notRead': 'Ne pas lire',
  'peopleImport.source': 'D’où vient cette liste',
  'peopleImport.sourceHelp':
    'Toujours le même nom pour une même liste\u00a0: renvoyée, elle n’inscrit personne une seconde fois.',
  'peopleImport.notice': 'Jour où l’information sur les données a été donnée',
  'peopleImport.noticeHelp': 'À toutes les personnes de la liste. Inutile si une colonne le dit.',
  'peopleImport.dryRun': 'Essai à blanc, sans inscrire personne',
  'peopleImport.latest': 'Derniers imports',
  'peopleImport.noneYet': 'Aucun import pour l’instant.',
  'peopleImport.kind.dry': 'Essai à blanc',
  'peopleImport.kind.real': 'Import',
  'peopleImport.ran': '{source} · {day}',
  'peopleImport.sum':
    '{enrolled, plural, one {# inscrite} other {# inscrites}} · {known, plural, one {# déjà connue} other {# déjà connues}} · {refused, plural, one {# refusée} other {# refusées}}',
  'peopleImport.under':
    '{done} sur {rows, plural, one {# ligne traitée} other {# lignes traitées}}\u00a0: vous pouvez quitter cette page.',
  'peopleImport.allRows': '{sum} = {rows, plural, one {# ligne lue} other {# lignes lues}}\u00a0: aucune n’est perdue.',
  'peopleImport.dryWhat': 'Essai à blanc\u00a0: personne n’est encore inscrit.',
  'peopleImport.done':
    '{count, plural, =0 {Import terminé\u00a0: personne de nouveau.} one {Import terminé\u00a0: # personne inscrite.} other {Import terminé\u00a0: # personnes inscrites.}}',
  'peopleImport.take': 'Inscrire {count, plural, one {# personne} other {# personnes}}',
  'peopleImport.again': 'Changer les colonnes',
  'peopleImport.another': 'Importer une autre liste',
  'peopleImport.toPeople': 'Voir les personnes',
  'peopleImport.list': 'Lignes du fichier',
  'peopleImport.row': 'Ligne',
  'peopleImport.field': 'Information',
  'peopleImport.reason': 'Raison',
  'peopleImport.person': 'Fiche',
  'peopleImport.openPerson': 'Ouvrir la fiche de la ligne {row}',
  'peopleImport.noRow': 'Aucune ligne dans ce cas.',
  'peopleImport.unknown': 'Cet import n’existe pas, ou il n’est pas de vos antennes.',
} as const;

/** Labels of the values that lists of people speak of. */
export const peopleImportTerms = {
  PeopleImportOutcome: { ENROLLED: 'Inscrites', KNOWN: 'Déjà connues', REFUSED: 'Refusées' },
  PersonField: {
    GIVEN_NAME: 'Prénom',
    FAMILY_NAME: 'Nom',
    BIRTH_YEAR: 'Naissance (l’année seule est gardée)',
    GENDER: 'Genre',
    SOCIAL_STATUS: 'Statut social',
    COMMUNE: 'Commune ou code INSEE',
    POSTCODE: 'Code postal',
    PHONE: 'Téléphone',
    EMAIL: 'Courriel',
    CONTACT_PREFERENCE: 'Contact préféré',
    LANGUAGE: 'Langue parlée',
    ORIENTATION_SOURCE: 'Origine de la venue',
    FIRST_NEED: 'Premier besoin',
    PRIVACY_NOTICE_READ_ON: 'Jour de l’information sur les données',
    ENROLLED_ON: 'Jour d’inscription',
    OWN_NUMBER: 'Numéro dans la liste',
  },
} as const;
