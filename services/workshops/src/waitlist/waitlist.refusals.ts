import { defineRefusal } from '#errors';

export const NOTHING_TO_WAIT_FOR = defineRefusal({
  code: 'NOTHING_TO_WAIT_FOR',
  kind: 'invalid',
  fr: () => 'Indiquez une séance ou un parcours, et un seul des deux.',
  en: () => 'Name a session or a series, and only one of the two.',
});

export const SEAT_FREE = defineRefusal({
  code: 'SEAT_FREE',
  kind: 'conflict',
  fr: () => 'Il reste une place : inscrivez la personne.',
  en: () => 'There is a seat left: enrol the person.',
});

export const ALREADY_WAITING = defineRefusal({
  code: 'ALREADY_WAITING',
  kind: 'conflict',
  fr: () => 'Cette personne est déjà dans la file d’attente.',
  en: () => 'This person is already on the waiting list.',
});

export const WAITLIST_OVER = defineRefusal({
  code: 'WAITLIST_OVER',
  kind: 'conflict',
  fr: () => 'La file d’attente s’arrête quand la première séance commence.',
  en: () => 'The waiting list ends when the first session begins.',
});

export const NOT_WAITING = defineRefusal({
  code: 'NOT_WAITING',
  kind: 'conflict',
  fr: () => 'Cette personne n’attend plus.',
  en: () => 'This person no longer waits.',
});

export const NO_OFFER = defineRefusal({
  code: 'NO_OFFER',
  kind: 'conflict',
  fr: () => 'Aucune place ne lui est proposée en ce moment.',
  en: () => 'No seat is offered to them right now.',
});

export const OFFER_LAPSED = defineRefusal({
  code: 'OFFER_LAPSED',
  kind: 'conflict',
  fr: () => 'Le délai pour répondre est passé : la place est proposée à la personne suivante.',
  en: () => 'The time to answer is over: the seat is offered to the next person.',
});

export const OFFER_USED = defineRefusal({
  code: 'OFFER_USED',
  kind: 'conflict',
  fr: () => 'Cette proposition a déjà reçu une réponse.',
  en: () => 'This offer has already been answered.',
});

export const OFFER_FORGED = defineRefusal({
  code: 'OFFER_FORGED',
  kind: 'invalid',
  fr: () => 'Ce lien n’est pas valable. Vérifiez qu’il est complet.',
  en: () => 'This link is not valid. Check that it is complete.',
});
