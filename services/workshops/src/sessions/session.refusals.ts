import { defineRefusal } from '#errors';

export const SESSION_IN_PAST = defineRefusal({
  code: 'SESSION_IN_PAST',
  kind: 'invalid',
  fr: () => 'Une séance se planifie dans l’avenir. Pour une séance passée, utilisez « Saisir après coup ».',
  en: () => 'A session is scheduled in the future. For a past one, use "Record after the fact".',
});

export const SESSION_IN_FUTURE = defineRefusal({
  code: 'SESSION_IN_FUTURE',
  kind: 'invalid',
  fr: () => 'Cette séance n’a pas encore eu lieu : planifiez-la.',
  en: () => 'This session has not taken place yet: schedule it.',
});

export const END_BEFORE_START = defineRefusal({
  code: 'END_BEFORE_START',
  kind: 'invalid',
  fr: () => 'La fin doit suivre le début, de 8 heures au plus.',
  en: () => 'The end must follow the start, by 8 hours at most.',
});

export const SEATS_OUT_OF_RANGE = defineRefusal({
  code: 'SEATS_OUT_OF_RANGE',
  kind: 'invalid',
  fr: () => 'Une séance compte de 1 à 500 places.',
  en: () => 'A session has 1 to 500 seats.',
});

export const PEOPLE_OUT_OF_RANGE = defineRefusal<{ most: number }>({
  code: 'PEOPLE_OUT_OF_RANGE',
  kind: 'invalid',
  fr: (v) => `Une liste compte de 1 à ${v.most} personnes. Découpez-la.`,
  en: (v) => `A list has 1 to ${v.most} people. Split it.`,
});

export const ROOM_TAKEN = defineRefusal({
  code: 'ROOM_TAKEN',
  kind: 'conflict',
  fr: () => 'Cette salle est déjà prise à cette heure.',
  en: () => 'This room is already taken at that time.',
});

export const EQUIPMENT_TAKEN = defineRefusal({
  code: 'EQUIPMENT_TAKEN',
  kind: 'conflict',
  fr: () => 'Ce matériel est déjà pris à cette heure.',
  en: () => 'This set of equipment is already taken at that time.',
});

export const SEATS_BELOW_ENROLLED = defineRefusal<{ enrolled: number }>({
  code: 'SEATS_BELOW_ENROLLED',
  kind: 'conflict',
  fr: (v) => `${v.enrolled} personnes sont déjà inscrites : il faut au moins autant de places.`,
  en: (v) => `${v.enrolled} people are already enrolled: there must be at least as many seats.`,
});

export const SEATS_BELOW_OFFERED = defineRefusal<{ held: number }>({
  code: 'SEATS_BELOW_OFFERED',
  kind: 'conflict',
  fr: (v) => `${v.held} places sont proposées à la file d’attente : attendez la réponse, ou gardez autant de places.`,
  en: (v) => `${v.held} seats are offered to the waiting list: wait for the answer, or keep as many seats.`,
});

export const BAD_YEAR = defineRefusal({
  code: 'BAD_YEAR',
  kind: 'invalid',
  fr: () => 'L’année doit être comprise entre 2000 et 2100.',
  en: () => 'The year must be between 2000 and 2100.',
});

export const NOT_ENROLLED = defineRefusal({
  code: 'NOT_ENROLLED',
  kind: 'conflict',
  fr: () => 'Cette personne n’est inscrite à aucune séance à venir de ce parcours.',
  en: () => 'This person is enrolled in no session to come of this series.',
});

export const SERIES_FULL = defineRefusal<{ day: string }>({
  code: 'SERIES_FULL',
  kind: 'conflict',
  fr: (v) => `La séance du ${v.day} est complète. Inscrivez la personne dans la file d’attente, ou séance par séance.`,
  en: (v) => `The session of ${v.day} is full. Put the person on the waiting list, or enrol them session by session.`,
});

export const SESSION_CANCELLED = defineRefusal({
  code: 'SESSION_CANCELLED',
  kind: 'conflict',
  fr: () => 'Cette séance est annulée.',
  en: () => 'This session is cancelled.',
});

export const SESSION_CLOSED = defineRefusal({
  code: 'SESSION_CLOSED',
  kind: 'conflict',
  fr: () => 'Cette séance est close. Rouvrez-la, avec une raison, pour la corriger.',
  en: () => 'This session is closed. Reopen it, with a reason, to correct it.',
});

export const SESSION_NOT_CLOSED = defineRefusal({
  code: 'SESSION_NOT_CLOSED',
  kind: 'conflict',
  fr: () => 'Cette séance n’est pas close.',
  en: () => 'This session is not closed.',
});

export const SESSION_STARTED = defineRefusal({
  code: 'SESSION_STARTED',
  kind: 'conflict',
  fr: () => 'Cette séance a commencé : sa date et son lieu ne changent plus.',
  en: () => 'This session has begun: its date and place no longer change.',
});

export const SESSION_NOT_STARTED = defineRefusal<{ opensAt: string }>({
  code: 'SESSION_NOT_STARTED',
  kind: 'conflict',
  fr: (v) => `Le pointage ouvre à ${v.opensAt}.`,
  en: (v) => `Attendance opens at ${v.opensAt}.`,
});

export const SESSION_FULL = defineRefusal<{ seats: number }>({
  code: 'SESSION_FULL',
  kind: 'conflict',
  fr: (v) => `Cette séance est complète : ${v.seats} places sur ${v.seats}.`,
  en: (v) => `This session is full: ${v.seats} of ${v.seats} seats.`,
});

export const ALREADY_ENROLLED = defineRefusal({
  code: 'ALREADY_ENROLLED',
  kind: 'conflict',
  fr: () => 'Cette personne est déjà inscrite à cette séance.',
  en: () => 'This person is already enrolled in this session.',
});

export const ENROLMENT_CANCELLED = defineRefusal({
  code: 'ENROLMENT_CANCELLED',
  kind: 'conflict',
  fr: () => 'Cette inscription est annulée.',
  en: () => 'This enrolment is cancelled.',
});

export const ATTENDANCE_CHANGED = defineRefusal<{ present: string }>({
  code: 'ATTENDANCE_CHANGED',
  kind: 'conflict',
  fr: () => 'Quelqu’un vient de pointer cette personne. La ligne montre la valeur actuelle.',
  en: () => 'Someone has just marked this person. The row shows the present value.',
});
