import type { ColumnUse } from './register.js';

const INTEREST = 'Intérêt légitime de l’association (art. 6.1.f)';
const BRANCH = 'Membres de l’antenne, selon leur rôle';
const TEAM = 'Administrateurs et responsables d’antenne';

/** Uses that several services share. What one service alone keeps is told in its own register. */
export const Use = {
  /** Figures, settings, places: nothing of anybody. */
  nothing: {
    whose: 'NOBODY',
    purpose: 'Fonctionnement du service et description de ce qu’il gère',
    legalBasis: 'Sans objet\u00a0: aucune donnée personnelle',
    category: 'Aucune donnée personnelle',
    retention: 'Tant que le service en a besoin',
    recipients: BRANCH,
  },
  /** A fact told to other services: random ids and coarse classes. The same facts stand in clear in the owner's tables. */
  ledger: {
    whose: 'NOBODY',
    purpose: 'Transmettre les faits entre services, une fois chacun, et pouvoir reconstruire les chiffres',
    legalBasis: INTEREST,
    category: 'Identifiants aléatoires et classes larges, sans identité\u00a0; copie de faits tenus en clair ailleurs',
    retention: 'Sans limite\u00a0; l’identifiant ne mène plus à personne après l’effacement',
    recipients: 'Les services de la plateforme',
  },
  /** Which member did something, by the random subject of their sign-in. */
  author: {
    whose: 'MEMBER',
    purpose: 'Savoir qui a agi, pour répondre d’une erreur ou d’un abus',
    legalBasis: INTEREST,
    category: 'Vie professionnelle\u00a0: identifiant de connexion',
    retention: 'Comme l’enregistrement qu’il accompagne',
    recipients: 'Responsables d’antenne et auditeurs',
  },
  /** A request that may be repeated; its mark is made of what was typed. */
  repeated: {
    whose: 'MEMBER',
    purpose: 'Reconnaître une demande répétée et ne la traiter qu’une fois',
    legalBasis: INTEREST,
    category: 'Identifiant de connexion et empreinte de la demande',
    retention: 'Retiré avec la personne concernée lors d’un effacement',
    recipients: 'Aucun',
  },
  /** Why a member mended something, in their own words. */
  reason: {
    whose: 'PERSON',
    purpose: 'Justifier une correction ou une annulation',
    legalBasis: INTEREST,
    category: 'Texte libre, filtré (NIR, IBAN, carte, mot de passe refusés)',
    retention: 'Vidé à l’effacement de la personne',
    recipients: BRANCH,
  },
  /** What was done with a person: which acts, when, where. */
  activity: {
    whose: 'PERSON',
    purpose: 'Accompagner la personne et rendre compte de l’activité',
    legalBasis: INTEREST,
    category: 'Vie personnelle\u00a0: accompagnement au numérique reçu',
    retention: 'Deux ans après le dernier contact, puis un an d’archive\u00a0; ensuite ne mène plus à personne',
    recipients: BRANCH,
  },
  /** Gender, age band, occupation, commune: the classes an act is counted by. */
  classes: {
    whose: 'PERSON',
    purpose: 'Compter l’activité par publics, selon les tranches des statistiques nationales',
    legalBasis: INTEREST,
    category: 'Situation, en classes larges',
    retention: 'Deux ans après le dernier contact, puis un an d’archive\u00a0; ensuite ne mène plus à personne',
    recipients: `${BRANCH}\u00a0; coordination nationale en chiffres agrégés`,
  },
  /** Who a member is and what they may do. */
  member: {
    whose: 'MEMBER',
    purpose: 'Donner accès aux membres du réseau selon leur rôle',
    legalBasis: 'Exécution du contrat de travail ou de bénévolat (art. 6.1.b)',
    category: 'Identité et vie professionnelle des membres',
    retention: 'Tant que le membre travaille ici',
    recipients: TEAM,
  },
  /** Whom to reach at a place or organisation. */
  contact: {
    whose: 'CONTACT',
    purpose: 'Joindre les lieux et structures partenaires',
    legalBasis: INTEREST,
    category: 'Coordonnées professionnelles',
    retention: 'Tant que dure le partenariat',
    recipients: 'Membres du réseau, selon leur rôle',
  },
} as const satisfies Readonly<Record<string, ColumnUse>>;
