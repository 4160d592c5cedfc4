import { type ColumnUse, Use } from '#runtime';

export const IDENTITY: ColumnUse = {
  ...Use.activity,
  purpose: 'Reconnaître la personne, sans la compter deux fois',
  category: 'Identité',
  retention: 'Deux ans après le dernier contact, puis un an d’archive restreinte, puis effacement',
  recipients: 'Membres de l’antenne, selon leur rôle\u00a0; initiales et année de naissance pour les autres antennes',
};
export const IMPORTED: ColumnUse = {
  ...IDENTITY,
  purpose: 'Inscrire les personnes d’une liste, une seule fois chacune',
  recipients: 'Responsable de l’antenne',
};
export const CONTACT: ColumnUse = {
  ...IDENTITY,
  purpose: 'Joindre la personne, de la manière qu’elle a choisie',
  category: 'Coordonnées',
  recipients: 'Membres de l’antenne, selon leur rôle',
};
export const RECORD: ColumnUse = {
  ...CONTACT,
  purpose: 'Accompagner la personne\u00a0: d’où elle vient, ce dont elle a besoin, depuis quand',
  category: 'Vie personnelle\u00a0: suivi de l’accompagnement au numérique',
};
export const FOLLOWED: ColumnUse = {
  ...RECORD,
  purpose: 'Accompagner la personne vers ses objectifs, et savoir ce qui en est sorti',
  category: 'Vie personnelle\u00a0: objectifs, étapes et sortie',
  recipients: 'Membres de l’antenne qui accompagnent la personne',
};
export const MANDATED: ColumnUse = {
  ...RECORD,
  purpose: 'Agir au nom de la personne dans la limite de son mandat, et en rendre compte',
  legalBasis: 'Consentement de la personne (art. 6.1.a)',
  category: 'Vie personnelle\u00a0: mandats, et démarches faites en son nom',
  recipients: 'Membres de l’antenne qui accompagnent la personne',
};
export const ERASURE: ColumnUse = {
  ...Use.activity,
  purpose: 'Prouver un effacement, et le refaire sur une sauvegarde restaurée',
  legalBasis: 'Obligation légale (art. 17 et 5.2)',
  category: 'Identifiant aléatoire et dates',
  retention: 'Sans limite\u00a0; ne mène plus à personne',
  recipients: 'Responsable de l’antenne et auditeurs',
};
export const LIMIT: ColumnUse = {
  ...CONTACT,
  purpose: 'Respecter la limitation et l’opposition demandées (art. 18 et 21)',
  legalBasis: 'Obligation légale (art. 18 et 21)',
  category: 'Exercice des droits',
};
export const KEEPING: ColumnUse = {
  ...CONTACT,
  purpose: 'Compter la durée de conservation depuis le dernier contact',
  legalBasis: 'Obligation légale (art. 5.1.e)',
  category: 'Dates de contact',
};
export const NOTICE: ColumnUse = {
  ...CONTACT,
  purpose: 'Prévenir la personne de ses séances, une fois chacune, et savoir si le message est parti',
  category: 'Vie personnelle\u00a0: séances, et envois sans leur texte',
};
export const TRAIL: ColumnUse = {
  ...Use.activity,
  purpose: 'Savoir qui a vu ou modifié quelle fiche',
  legalBasis: 'Obligation légale (art. 32)',
  category: 'Journal des accès, par identifiants aléatoires',
  retention: 'Douze mois',
  recipients: 'Auditeurs\u00a0; responsable de l’antenne pour les siens',
};
export const PRESCRIBER: ColumnUse = {
  whose: 'CONTACT',
  purpose: 'Vérifier l’adresse d’un prescripteur sans compte, et lui écrire ce que la personne accepte',
  legalBasis: 'Intérêt légitime de l’association (art. 6.1.f)',
  category: 'Vie professionnelle\u00a0: adresse électronique, et envois sans leur texte',
  retention:
    'Un jour après un lien non utilisé\u00a0; avec la prescription, trente jours après l’accord, aussitôt s’il est retiré',
  recipients: 'Membres de l’antenne qui répondent aux prescriptions',
};
