/** Sentences of the files of a refurbishing bench; they travel with their page. */
export const audits = {
  'audit.what':
    'Le fichier du banc de reconditionnement crée les matériels ou complète leur fiche. Une ligne fausse est refusée seule.',
  'audit.file': 'Fichier CSV ou JSON',
  'audit.dry': 'Essai à blanc, sans rien enregistrer',
  'audit.take': 'Enregistrer {count, plural, one {# ligne} other {# lignes}}',
  'audit.progress': '{done} lignes sur {all}',
  'audit.dryDone': 'Essai à blanc\u00a0: rien n’est enregistré.',
  'audit.done': 'Fichier enregistré.',
  'audit.created': 'Créés',
  'audit.updated': 'Complétés',
  'audit.unchanged': 'Inchangés',
  'audit.refused': 'Refusés',
  'audit.refusedRows': 'Lignes refusées',
  'audit.noneRefused': 'Aucune ligne refusée.',
  'audit.row': 'Ligne',
  'audit.column': 'Colonne',
  'audit.reason': 'Raison',
  'audit.empty': 'Ce fichier n’a aucune ligne.',
} as const;
