/** Sentences of the right to buy connectivity; they travel with what speaks of it. */
export const entitlements = {
  'right.doing': 'Lecture du droit d’achat',
  'right.title': 'Droit d’achat de recharges',
  'right.left': 'Il reste {left} de recharge jusqu’au {day}.',
  'right.until':
    'Droit ouvert jusqu’au {day}, renouvelable {count, plural, =0 {plus aucune fois} one {# fois} other {# fois}}.',
  'right.new': 'Aucune recharge achetée\u00a0: le droit s’ouvrira à la première, jusqu’au {day}.',
  'right.ended': 'Le droit a pris fin le {day}.',
  'right.exception': 'Dérogation de la coordination\u00a0: {amount} au-delà du plafond, jusqu’au {day}.',
  'right.ask': 'Pour une dérogation, donnez ce numéro à la coordination\u00a0:',
  'right.renew': 'Renouveler le droit',
};
