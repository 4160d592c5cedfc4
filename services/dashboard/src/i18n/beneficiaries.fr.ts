/** Sentences of a person's record. */
export const beneficiaries = {
  'people.unknown': 'Cette fiche n’existe pas, ou elle n’est pas de vos antennes.',
  'people.unnamed': 'Sans nom',
  'people.voided': 'Fiche annulée',
  'people.firstNeed': 'Première demande',
  'people.acts': 'Accompagnements',
  'people.seats': 'Séances',
  'people.purchases': 'Achats',
  'people.enrolledOn': 'Inscription',
  'people.noticeOn': 'Notice lue le',
  'people.minutes': '{minutes} min',
  'people.cardWhen': 'Jour et heure du prochain rendez-vous',
  'people.cardHelp': 'Si vous ne pouvez pas venir, prévenez l’antenne.',
  'people.communeChoose': 'Choisissez la commune.',
  'people.communeNone': 'Aucune commune ne commence ainsi.',
} as const;
