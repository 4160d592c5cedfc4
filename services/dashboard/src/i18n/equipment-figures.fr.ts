/** Sentences of what became of equipment, in figures; they travel with the sheet that says them. */
export const equipmentFigures = {
  'equipmentFigures.title': 'Ce que le matériel est devenu',
  'equipmentFigures.doing': 'Lecture du matériel en chiffres',
  'equipmentFigures.collected': 'Collecté',
  'equipmentFigures.reused': 'Réemployé (estimation)',
  'equipmentFigures.wasted': 'Parti en déchet',
  'equipmentFigures.kilograms': '{kg}\u00a0kg',
  'equipmentFigures.kilogramsAnd':
    '{kg}\u00a0kg, dont {count, plural, one {# matériel étiqueté} other {# matériels étiquetés}}',
  'equipmentFigures.devices': 'Matériels reçus, vendus',
  'equipmentFigures.twoCounts': '{received} reçus, {sold} vendus',
  'equipmentFigures.money': 'Payé, et valeur de marché estimée',
  'equipmentFigures.twoSums': '{paid} payés, {market} au marché',
  'equipmentFigures.followed': 'Suivis d’un cours dans les 60 jours',
  'equipmentFigures.of': '{n} sur {base} ({share})',
  'equipmentFigures.tooEarly': 'Trop tôt pour le dire\u00a0: aucun n’a été vendu il y a 60 jours.',
  'equipmentFigures.wait': 'De la première aide au premier matériel',
  'equipmentFigures.days':
    '{days, plural, one {#\u00a0jour} other {#\u00a0jours}} en médiane, pour {people, plural, one {# personne} other {# personnes}}',
  'equipmentFigures.nobody': 'Personne n’a acheté son premier matériel.',
  'equipmentFigures.about':
    'Les poids réemployés sont estimés par sorte de matériel. Les 60 jours et l’attente ne parlent que des ventes à des personnes connues\u00a0; un cours suivi dans une autre antenne compte.',
} as const;
