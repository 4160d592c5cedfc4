/** Sentences of enrolling a whole list; they travel with its dialog. */
export const enrolList = {
  'enrolList.open': 'Inscrire une liste',
  'enrolList.title': 'Inscrire une liste de personnes',
  'enrolList.what':
    'Les personnes d’un import reçoivent les places dans l’ordre de la liste, 300 au plus\u00a0; les suivantes attendent, dans le même ordre.',
  'enrolList.doing': 'Lecture des imports',
  'enrolList.none':
    'Aucun import de personnes dans cette antenne. Importez d’abord la liste, depuis «\u00a0Personnes\u00a0».',
  'enrolList.people': '{count, plural, one {# personne} other {# personnes}}',
  'enrolList.take': 'Inscrire',
  'enrolList.takeOf': 'Inscrire la liste {source}',
  'enrolList.done':
    '{enrolled, plural, =0 {Personne n’a de place} one {# personne a une place} other {# personnes ont une place}}{waiting, plural, =0 {} one {, # attend} other {, # attendent}}{left, plural, =0 {.} one {\u00a0; # laissée de côté, sa fiche n’étant pas utilisable.} other {\u00a0; # laissées de côté, leur fiche n’étant pas utilisable.}}',
} as const;
