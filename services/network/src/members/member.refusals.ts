import { defineRefusal } from '#errors';

export const MAIL_ADDRESS = defineRefusal({
  code: 'MAIL_ADDRESS',
  kind: 'invalid',
  fr: () => 'Cette adresse de courriel n’est pas valide.',
  en: () => 'This e-mail address is not valid.',
});

/** Says nothing of who holds the address, nor where. */
export const MAIL_TAKEN = defineRefusal({
  code: 'MAIL_TAKEN',
  kind: 'conflict',
  fr: () =>
    'Cette adresse est déjà celle d’un membre du réseau. Demandez à l’administration s’il n’est pas dans votre liste.',
  en: () =>
    'This address already belongs to a member of the network. Ask the administrator if you do not see them in your list.',
});

export const BRANCHES_OF_ROLE = defineRefusal({
  code: 'BRANCHES_OF_ROLE',
  kind: 'invalid',
  fr: () => 'Ce rôle s’exerce dans une antenne au moins : choisissez-la.',
  en: () => 'This role is held in one branch at least: choose it.',
});

/** A manager gives roles of the front desk and of their own branches, nothing else. */
export const ROLE_OUT_OF_REACH = defineRefusal({
  code: 'ROLE_OUT_OF_REACH',
  kind: 'forbidden',
  fr: () => 'Vous ne pouvez donner ou retirer que des rôles de vos propres antennes.',
  en: () => 'You can give and withdraw roles of your own branches only.',
});

export const OWN_RIGHTS = defineRefusal({
  code: 'OWN_RIGHTS',
  kind: 'forbidden',
  fr: () => 'Personne ne change ses propres droits. Demandez à un autre responsable.',
  en: () => 'Nobody changes their own rights. Ask somebody else in charge.',
});

export const LAST_ADMINISTRATOR = defineRefusal({
  code: 'LAST_ADMINISTRATOR',
  kind: 'conflict',
  fr: () => 'C’est la dernière personne à administrer le réseau. Nommez-en d’abord une autre.',
  en: () => 'This is the last administrator of the network. Appoint another one first.',
});

export const MEMBER_WITHDRAWN = defineRefusal({
  code: 'MEMBER_WITHDRAWN',
  kind: 'conflict',
  fr: () => 'Ce membre n’a plus de rôle. Invitez-le de nouveau.',
  en: () => 'This member holds no role any more. Invite them again.',
});

/** Unknown, used, replaced by a later mail or too old: which one is not told. */
export const INVITATION_OVER = defineRefusal({
  code: 'INVITATION_OVER',
  kind: 'invalid',
  fr: () => 'Cette invitation n’est plus valable : elle sert une fois, pendant sept jours. Demandez-en une nouvelle.',
  en: () => 'This invitation does not hold any more: it serves once, for seven days. Ask for a new one.',
});

/** The identity provider does not answer, so nobody can say who is signed in where. */
export const SESSIONS_UNKNOWN = defineRefusal({
  code: 'SESSIONS_UNKNOWN',
  kind: 'retry',
  fr: () => 'Le service de connexion ne répond pas : les sessions ouvertes ne sont pas connues en ce moment.',
  en: () => 'The sign-in service does not answer: open sessions are not known at the moment.',
});
