/** What people fear for their data: the three feared events of the CNIL's method for impact assessments. */
export type FearedEvent = 'Accès illégitime' | 'Modification non désirée' | 'Disparition';

/** One way in which a feared event could happen, what it would do, and what stands against it. Levels 1 to 4, as the CNIL's method has them. */
export interface Threat {
  readonly event: FearedEvent;
  readonly what: string;
  readonly harm: string;
  /** 1 negligible · 2 limited · 3 important · 4 maximal, with the measures in place. */
  readonly severity: 1 | 2 | 3 | 4;
  readonly likelihood: 1 | 2 | 3 | 4;
  readonly measures: string;
}

/** The threats that were thought through. A measure named here is one that a test of this project holds. */
export const THREATS: readonly Threat[] = [
  {
    event: 'Accès illégitime',
    what: 'Un membre consulte la fiche d’une personne sans raison, ou d’une autre antenne',
    harm: 'Une situation précaire est connue d’un voisin, d’un proche, d’un employeur',
    severity: 3,
    likelihood: 2,
    measures:
      'Droits par rôle et par antenne, dits deux fois (code et base)\u00a0; une ligne de journal par lecture ou écriture, scellée\u00a0; le responsable voit qui a vu',
  },
  {
    event: 'Accès illégitime',
    what: 'Un jeton ou un poste partagé tombe entre de mauvaises mains',
    harm: 'Les fiches d’une antenne sont lisibles tant que la session dure',
    severity: 3,
    likelihood: 2,
    measures:
      'Jetons de dix minutes, sessions terminées partout en moins d’une minute, écran verrouillé après dix minutes, noms voilés à la demande',
  },
  {
    event: 'Accès illégitime',
    what: 'Un attaquant atteint un service ou la base sans passer par la passerelle',
    harm: 'Toutes les fiches d’un service sont lisibles',
    severity: 4,
    likelihood: 1,
    measures:
      'Services joignables seulement par requêtes signées, datées, à usage unique\u00a0; sécurité des lignes forcée, sans rôle propriétaire à l’exécution\u00a0; identités dans une seule base',
  },
  {
    event: 'Accès illégitime',
    what: 'Des chiffres publiés permettent de reconnaître quelqu’un',
    harm: 'Une personne rare dans sa ville est reconnue dans une statistique',
    severity: 2,
    likelihood: 1,
    measures:
      'Trimestres figés, seuil de 11, masquage complémentaire, arrondi à 5, attaque par programmation linéaire avant toute publication',
  },
  {
    event: 'Accès illégitime',
    what: 'Des données personnelles voyagent ou restent là où elles ne devraient pas',
    harm: 'Un journal, une file ou une copie révèle des noms',
    severity: 3,
    likelihood: 1,
    measures:
      'Événements et journaux sans identité (identifiants aléatoires, classes larges)\u00a0; les mots d’une personne sont cherchés dans chaque table, chaque file et chaque sujet',
  },
  {
    event: 'Modification non désirée',
    what: 'Deux membres modifient la même fiche, ou un envoi est répété',
    harm: 'Un droit d’achat, une inscription ou un contact est faux',
    severity: 2,
    likelihood: 2,
    measures:
      'Versions attendues, clés d’idempotence, contraintes de la base en dernier ressort, corrections visibles et signées',
  },
  {
    event: 'Modification non désirée',
    what: 'Le journal des accès est réécrit pour cacher une consultation',
    harm: 'Un abus reste sans suite',
    severity: 3,
    likelihood: 1,
    measures:
      'Journal en ajout seul, scellé à la minute\u00a0; la vérification trouve toute modification, suppression ou inversion',
  },
  {
    event: 'Disparition',
    what: 'Une panne ou un arrêt brutal survient pendant une saisie',
    harm: 'Un accompagnement n’est pas compté, une personne doit revenir',
    severity: 1,
    likelihood: 2,
    measures:
      'Fait et événement écrits ensemble, reprise après arrêt brutal éprouvée, sauvegardes que l’on sait remettre en place',
  },
  {
    event: 'Disparition',
    what: 'Une sauvegarde remise en place fait revenir une personne effacée',
    harm: 'Le droit à l’effacement n’est pas respecté',
    severity: 2,
    likelihood: 1,
    measures: 'Le journal des effacements est relu avant que le service n’ouvre',
  },
];
