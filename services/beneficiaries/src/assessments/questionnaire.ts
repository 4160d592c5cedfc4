import type { MediationTheme } from '#events';

/** A thing somebody can do alone, with help, or not yet. */
export interface Question {
  readonly code: string;
  readonly theme: MediationTheme;
  readonly fr: string;
  readonly en: string;
}

/** The short one takes five minutes at a desk, the full one a quarter of an hour. */
export type QuestionnaireCode = 'SHORT' | 'FULL';

/** A questionnaire as it was asked: a changed question is another version, and old ones stay here to explain what they found. */
export interface Questionnaire {
  readonly code: QuestionnaireCode;
  readonly version: number;
  /** Where it comes from. */
  readonly source: string;
  readonly questions: readonly Question[];
}

const SOURCE =
  'Areas of competence: DigComp 2.2, European Commission, Joint Research Centre, 2022 (CC BY 4.0). Questions and thresholds: the network’s own.';

const q = (code: string, theme: MediationTheme, fr: string, en: string): Question => ({ code, theme, fr, en });

const SHORT = [
  q('START', 'DEVICE_BASICS', 'Allumer un appareil et ouvrir une application', 'Switch a device on and open an app'),
  q('TYPE', 'DEVICE_BASICS', 'Écrire un texte court au clavier', 'Type a short text'),
  q('SEARCH', 'BROWSING', 'Trouver une information sur internet', 'Find something out on the internet'),
  q('FORM', 'BROWSING', 'Remplir un formulaire en ligne', 'Fill in a form online'),
  q('READ_MAIL', 'EMAIL', 'Lire ses messages et y répondre', 'Read one’s mail and answer it'),
  q('ATTACH', 'EMAIL', 'Joindre un document à un message', 'Attach a document to a message'),
  q('ACCOUNT', 'ADMINISTRATIVE_HELP', 'Se connecter à un compte administratif', 'Sign in to an account with the state'),
  q('PROCEDURE', 'ADMINISTRATIVE_HELP', 'Faire une démarche en ligne en entier', 'Complete a procedure online'),
  q('PASSWORD', 'DIGITAL_SAFETY', 'Choisir et garder un mot de passe sûr', 'Choose and keep a safe password'),
  q('FRAUD', 'DIGITAL_SAFETY', 'Reconnaître un message frauduleux', 'Recognise a fraudulent message'),
] as const;

const FULL = [
  ...SHORT,
  q('CONNECT', 'DEVICE_BASICS', 'Se connecter à un réseau wifi', 'Join a wifi network'),
  q('COMPARE', 'BROWSING', 'Comparer plusieurs sources', 'Compare several sources'),
  q('SORT_MAIL', 'EMAIL', 'Retrouver un ancien message', 'Find an old message again'),
  q(
    'FOLLOW',
    'ADMINISTRATIVE_HELP',
    'Suivre un dossier et répondre à une demande',
    'Follow a case and answer a request',
  ),
  q('TRACES', 'DIGITAL_SAFETY', 'Régler ce que l’on montre de soi', 'Choose what one shows of oneself'),
  q('FILES', 'MANAGING_CONTENT', 'Ranger et retrouver ses fichiers', 'Sort one’s files and find them again'),
  q('PHOTO', 'MANAGING_CONTENT', 'Prendre en photo un document et l’envoyer', 'Photograph a document and send it'),
  q('LETTER', 'OFFICE_TOOLS', 'Écrire et imprimer une lettre', 'Write and print a letter'),
  q('TABLE', 'OFFICE_TOOLS', 'Remplir un tableau simple', 'Fill in a simple table'),
  q('VIDEO_CALL', 'SOCIAL_NETWORKS', 'Passer un appel en visio', 'Make a video call'),
  q('PAY', 'BANKING_AND_SHOPPING', 'Payer en ligne en sécurité', 'Pay online safely'),
  q('CV', 'JOB_SEEKING', 'Répondre à une offre d’emploi en ligne', 'Apply for a job online'),
] as const;

/** Every version ever asked, the one in use last. */
const VERSIONS: Readonly<Record<QuestionnaireCode, readonly Questionnaire[]>> = {
  SHORT: [{ code: 'SHORT', version: 1, source: SOURCE, questions: SHORT }],
  FULL: [{ code: 'FULL', version: 1, source: SOURCE, questions: FULL }],
};

/** The questionnaires to ask today. */
export function questionnairesInUse(): Questionnaire[] {
  return Object.values(VERSIONS).flatMap((versions) => versions.slice(-1));
}

/** A questionnaire as it was asked in that version; undefined when there never was one. */
export function questionnaireOf(code: QuestionnaireCode, version: number): Questionnaire | undefined {
  return VERSIONS[code].find((one) => one.version === version);
}

/** The version to ask today. */
export function versionInUse(code: QuestionnaireCode): number {
  return VERSIONS[code].at(-1)?.version ?? 0;
}
