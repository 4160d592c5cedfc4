import type { LetterKind } from '../prescriber-letter.entity.js';

/** What a letter to a prescriber says, French first. It names nobody: who the person is stands behind the link, while their consent holds. */
export function letterOf(kind: LetterKind, link: string): { subject: string; text: string } {
  const { subject, fr, en } = WORDS[kind];
  return {
    subject,
    text: `Bonjour,\n\n${fr}\n${link}\n\n${END[kind].fr}\n\n--\nHello,\n\n${en}\n${link}\n\n${END[kind].en}\n`,
  };
}

const WORDS: Readonly<Record<LetterKind, { readonly subject: string; readonly fr: string; readonly en: string }>> = {
  LINK: {
    subject: 'Votre lien pour orienter une personne · Your link to refer a person',
    fr: 'Pour orienter une personne vers une antenne du réseau, ouvrez ce lien\u00a0:',
    en: 'To refer a person to a branch of the network, open this link:',
  },
  RECEIVED: {
    subject: 'Votre orientation est arrivée · Your referral has arrived',
    fr: 'L’antenne a reçu votre orientation et répond sous sept jours. Suivez-la par ce lien\u00a0:',
    en: 'The branch has received your referral and answers within seven days. Follow it by this link:',
  },
  ANSWERED: {
    subject: 'L’antenne a répondu · The branch has answered',
    fr: 'L’antenne a répondu à votre orientation. Lisez sa réponse par ce lien\u00a0:',
    en: 'The branch has answered your referral. Read its answer by this link:',
  },
  FIRST_SEEN: {
    subject: 'La personne orientée est venue · The person you referred has come',
    fr: 'La personne que vous avez orientée est venue à l’antenne\u00a0:',
    en: 'The person you referred has come to the branch:',
  },
  DONE: {
    subject: 'Votre orientation est terminée · Your referral is done',
    fr: 'Ce que vous aviez demandé pour la personne orientée est fait\u00a0:',
    en: 'What you asked for the person you referred is done:',
  },
};

const FOLLOWED = {
  fr: 'Ce lien vaut tant que dure l’accord de la personne. Ne le transmettez à personne.',
  en: 'This link holds as long as the person’s consent. Pass it on to nobody.',
};
const END: Readonly<Record<LetterKind, { readonly fr: string; readonly en: string }>> = {
  LINK: {
    fr: 'Il sert une fois, pendant vingt-quatre heures. Si vous n’avez rien demandé, ne faites rien.',
    en: 'It serves once, for twenty-four hours. If you did not ask for it, do nothing.',
  },
  RECEIVED: FOLLOWED,
  ANSWERED: FOLLOWED,
  FIRST_SEEN: FOLLOWED,
  DONE: FOLLOWED,
};
