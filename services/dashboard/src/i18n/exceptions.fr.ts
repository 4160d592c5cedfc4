/** Sentences of the exception to the monthly cap; they travel with its form. */
export const exceptions = {
  'exception.grant': 'Accorder une dérogation',
  'exception.what':
    'La personne pourra acheter plus de recharges que le plafond, un mois durant, même si son droit a pris fin.',
  'exception.branch': 'Antenne où elle achète',
  'exception.person': 'Numéro de la personne',
  'exception.personHelp': 'L’antenne le lit à la caisse, sous le droit d’achat. Aucun nom n’est échangé.',
  'exception.noNumber': 'Ce n’est pas le numéro d’une personne : il compte 36 signes, tirets compris.',
  'exception.month': 'Mois',
  'exception.euros': 'Au-delà du plafond, en euros',
  'exception.eurosHelp': 'Avec 0, un droit qui a pris fin s’ouvre pour ce mois, au plafond habituel.',
  'exception.granted': 'Dérogation accordée : {amount} au-delà du plafond, en {month}.',
};
