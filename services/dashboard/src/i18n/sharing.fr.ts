/** Sentences of a view that leaves the page: its address or a file. */
export const sharing = {
  'figures.copy': 'Copier l’adresse',
  'figures.copied': 'Adresse copiée',
  'figures.csv': 'Exporter en CSV',
  'csv.title': 'Passerelle, chiffres',
  'csv.period': 'Période',
  'csv.filters': 'Filtres',
  'csv.none': 'aucun',
  'csv.asOf': 'Connu le',
  'csv.freshness': 'Fraîcheur',
  'csv.definition': 'Définition',
  'csv.figure': 'Chiffre',
  'csv.value': 'Valeur',
  'csv.previous': 'Période comparée',
  'csv.by': 'Répartition',
  'csv.proven': '{source} : compté jusqu’au {at}',
  'csv.unproven': '{source} : en retard',
} as const;
