/** What people are told of their seats. */
export const notices = {
  'notices.title': 'Messages envoyés',
  'notices.doing': 'Lecture des messages envoyés',
  'notices.none': 'Aucun message n’a été envoyé.',
  'notices.line': '{kind}\u00a0: {state}',
  'notices.because': '{kind}\u00a0: {state}, {why}',
  'notices.count': '{count} × {kind}\u00a0: {state}',
  'notices.countBecause': '{count} × {kind}\u00a0: {state}, {why}',
};

/** Values of notices. */
export const noticeTerms = {
  NoticeKind: {
    CONFIRMATION: 'Place réservée',
    CHANGE: 'Changement',
    CANCELLATION: 'Annulation',
    OFFER: 'Place proposée',
    REMINDER: 'Rappel',
  },
  NoticeChannel: { MAIL: 'par courriel', SMS: 'par SMS' },
  NoticeState: {
    WAITING: 'à envoyer',
    PROCESSED: 'en cours d’envoi',
    SENT: 'envoyé',
    DELIVERED: 'reçu',
    FAILED: 'échec',
    HELD_BACK: 'non envoyé',
  },
  NoticeWhy: {
    NOT_WANTED: 'la personne ne veut pas de message',
    CALL_WANTED: 'à appeler',
    OBJECTED: 'la personne s’oppose aux rappels',
    SET_ASIDE: 'fiche mise à part',
    OVER: 'plus rien à annoncer',
    NO_CARRIER: 'aucun envoi configuré',
    TURNED_DOWN: 'adresse refusée',
    UNCERTAIN: 'peut-être parti',
    TRIED_ENOUGH: 'serveur injoignable',
    CONSENT_ENDED: 'accord de la personne terminé',
  },
};
