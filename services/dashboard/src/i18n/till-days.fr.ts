/** Sentences of the till's day; they travel with it. */
export const tillDays = {
  'tillDay.title': 'Ouverture et clôture',
  'tillDay.open': 'Ouvrir la caisse',
  'tillDay.close': 'Clore la caisse',
  'tillDay.openedAt': 'Ouverte à',
  'tillDay.closedAt': 'Close à',
  'tillDay.float': 'Fond de caisse, en euros',
  'tillDay.floatHelp': 'Les espèces dans la caisse avant la première vente.',
  'tillDay.count': 'Espèces comptées, en euros',
  'tillDay.countHelp': 'Fond de caisse compris. Après la clôture, rien ne se vend plus ce jour-là.',
  'tillDay.expected': 'Attendu',
  'tillDay.counted': 'Compté',
  'tillDay.difference': 'Écart',
  'tillDay.reason': 'Raison de l’écart',
  'tillDay.closedWhat': 'Cette journée ne change plus. Ce qui s’y révèle faux est inscrit un jour suivant.',
} as const;
