/** Sentences of the page of somebody who is not signed in; they travel with it. */
export const landing = {
  'landing.title': 'Le travail de chaque antenne, les chiffres du réseau',
  'landing.what':
    'Inscrire, accompagner, équiper\u00a0: chaque geste enregistré dans une antenne se voit au niveau national en quelques secondes.',
  'landing.who': 'Qui êtes-vous\u00a0?',
  'landing.demo': 'Réseau de démonstration\u00a0: les personnes et les chiffres sont inventés.',
  'landing.orient': 'Orienter une personne, sans compte',
  'landing.signIn': 'Se connecter',
  'landing.network': 'Tout le réseau',
} as const;
