/** Sentences about the figures of sessions; they come after the key figures. */
export const sessionFigures = {
  'sessionFigures.title': 'Ateliers, par antenne',
  'sessionFigures.titlePlaces': 'Ateliers, par lieu',
  'sessionFigures.doing': 'Lecture des chiffres des ateliers',
  'sessionFigures.none': 'Aucune séance, aucune heure d’équipe dans cette période.',
  'sessionFigures.branch': 'Antenne',
  'sessionFigures.place': 'Lieu',
  'sessionFigures.noPlace': 'Sans lieu',
  'sessionFigures.whole': 'Ensemble',
  'sessionFigures.seats': 'Places',
  'sessionFigures.attendance': 'Présence',
  'sessionFigures.noShows': 'Absences sans excuse',
  'sessionFigures.completion': 'Parcours achevés',
  'sessionFigures.wait': 'Attente',
  'sessionFigures.helpers': 'Équipe',
  'sessionFigures.resources': 'Ressources',
  'sessionFigures.of': '{n} sur {base} ({share})',
  'sessionFigures.days': '{days} j',
  'sessionFigures.given': '{helpers, plural, one {# personne} other {# personnes}}, {hours} h',
  'sessionFigures.about':
    'Attente\u00a0: jours, en moyenne, entre la première demande d’une personne et sa première séance à l’antenne. Un parcours est achevé par qui est venu aux trois quarts des séances.',
} as const;
