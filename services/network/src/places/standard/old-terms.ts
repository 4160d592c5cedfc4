import { searchText } from '#runtime';
import type { PlaceWordList } from './place-words.js';

/** A term of today: which list, which word. */
export type Term = readonly [list: PlaceWordList | 'otherLabels', word: string];

const NO_COUNTERPART: readonly Term[] = [];
const service = (word: string): readonly Term[] => [['PlaceService', word]];
const specific = (word: string): readonly Term[] => [['SpecificSupport', word]];

/** Terms of the versions before 1, by the list they stood in; an empty answer = nothing in the standard says this any more. */
const OLD_TERMS: Readonly<Partial<Record<PlaceWordList, Readonly<Record<string, readonly Term[]>>>>> = {
  PlaceService: {
    'Prendre en main un smartphone ou une tablette': service('EVERYDAY_DIGITAL_TOOLS'),
    'Prendre en main un ordinateur': service('EVERYDAY_DIGITAL_TOOLS'),
    'Utiliser le numérique au quotidien': service('EVERYDAY_DIGITAL_TOOLS'),
    'Approfondir ma culture numérique': service('DIGITAL_CULTURE'),
    'Promouvoir la citoyenneté numérique': service('DIGITAL_CULTURE'),
    'Favoriser mon insertion professionnelle': service('JOB_SEEKING'),
    'Créer et développer mon entreprise': service('JOB_SEEKING'),
    'Accéder à une connexion internet': service('INTERNET_AND_DEVICES'),
    'Accéder à du matériel': service('INTERNET_AND_DEVICES'),
    "S'équiper en matériel informatique": service('SOLIDARITY_PRICE_DEVICES'),
    'Créer avec le numérique': service('LEISURE_AND_CREATING'),
    'Accompagner les démarches de santé': service('ADMINISTRATIVE_HELP'),
    'Devenir autonome dans les démarches administratives': service('ADMINISTRATIVE_HELP'),
    'Réaliser des démarches administratives avec un accompagnement': service('ADMINISTRATIVE_HELP'),
    "Soutenir la parentalité et l'éducation avec le numérique": service('PARENTING_AND_SCHOOLING'),
  },
  PlaceAudience: {
    Adultes: NO_COUNTERPART,
    'Tout public': NO_COUNTERPART,
    'Familles/enfants': [['PlaceAudience', 'FAMILIES']],
    'Jeunes (16-26 ans)': [['PlaceAudience', 'YOUNG_PEOPLE']],
    'Seniors (+ 65 ans)': [['PlaceAudience', 'SENIORS']],
    'Uniquement femmes': [['PlaceAudience', 'WOMEN']],
    Surdité: specific('DEAFNESS'),
    'Déficience visuelle': specific('VISUAL_IMPAIRMENT'),
    Illettrisme: specific('ILLITERACY'),
    'Handicaps moteurs': specific('MOTOR_DISABILITY'),
    'Public langues étrangères': specific('OTHER_LANGUAGES'),
    "Handicaps mentaux : déficiences limitant les activités d'une personne": specific('MENTAL_DISABILITY'),
    'Handicaps psychiques : troubles psychiatriques donnant lieu à des atteintes comportementales':
      specific('MENTAL_DISABILITY'),
  },
  PlaceFee: {
    'Gratuit : Je peux accéder gratuitement au lieu et à ses services': [['PlaceFee', 'FREE']],
    'Gratuit sous condition : La gratuité est conditionnée à des critères (adhésion, situation familiale, convention avec un organisme social, pass numérique, etc.)':
      [['PlaceFee', 'FREE_UNDER_CONDITION']],
    "Payant : L'accès au lieu et/ou à ses services est payant": [['PlaceFee', 'PAYING']],
    // Coming is bound to joining, which is the condition.
    "Adhésion : L'accès au lieu et/ou à ses services nécessite d'y adhérer": [['PlaceFee', 'FREE_UNDER_CONDITION']],
    'Pass numérique : Je peux utiliser un Pass numérique pour accéder à ses services': NO_COUNTERPART,
  },
  SupportMode: {
    "Seul : j'ai accès à du matériel et une connexion": [['SupportMode', 'ON_ONES_OWN']],
    "Avec de l'aide : je suis accompagné seul dans l'usage du numérique": [['SupportMode', 'INDIVIDUAL']],
    'A ma place : une personne habilitée fait les démarches à ma place': [['SupportMode', 'INDIVIDUAL']],
    "Dans un atelier : j'apprends collectivement à utiliser le numérique": [['SupportMode', 'GROUP_WORKSHOP']],
  },
  NationalProgramme: {
    CNFS: [['NationalProgramme', 'CONSEILLERS_NUMERIQUES']],
    'Conseiller numérique': [['NationalProgramme', 'CONSEILLERS_NUMERIQUES']],
    'Grandes écoles du numérique': [['NationalProgramme', 'GRANDE_ECOLE_DU_NUMERIQUE']],
    'Point relais CAF': [['NationalProgramme', 'CAF_DIGITAL_POINT']],
    'Relais numérique Emmaüs Connect': [['NationalProgramme', 'EMMAUS_CONNECT_RELAY']],
    'Fabriques de Territoire': [['TrainingLabel', 'FABRIQUES_DE_TERRITOIRE']],
    // Labels that the standard no longer lists stay readable among the others.
    APTIC: [['otherLabels', 'APTIC']],
    'Campus connecté': [['otherLabels', 'Campus connecté']],
    'Relais Pôle Emploi': [['otherLabels', 'Relais Pôle Emploi']],
  },
  StructureType: { PE: [['StructureType', 'FT']] },
};

const folded = new Map(
  Object.entries(OLD_TERMS).flatMap(([list, terms]) =>
    Object.entries(terms).map(([term, now]) => [`${list} ${searchText(term)}`, now] as const),
  ),
);

/** What an old term of a list is called today; undefined when it was never one. */
export function termToday(list: PlaceWordList, text: string): readonly Term[] | undefined {
  return folded.get(`${list} ${searchText(text)}`);
}
