import { defineRefusal } from '#errors';

export const SHIFT_FULL = defineRefusal({
  code: 'SHIFT_FULL',
  kind: 'conflict',
  fr: () => 'Ce créneau est complet\u00a0: quelqu’un a répondu avant.',
  en: () => 'This shift is full: somebody answered before.',
});

export const SHIFTS_OVERLAP = defineRefusal({
  code: 'SHIFTS_OVERLAP',
  kind: 'conflict',
  fr: () => 'Vous avez déjà un créneau à cette heure.',
  en: () => 'You already have a shift at that time.',
});

export const SHIFT_BEGUN = defineRefusal({
  code: 'SHIFT_BEGUN',
  kind: 'conflict',
  fr: () => 'Ce créneau a commencé.',
  en: () => 'This shift has begun.',
});

export const SHIFT_NOT_BEGUN = defineRefusal({
  code: 'SHIFT_NOT_BEGUN',
  kind: 'conflict',
  fr: () => 'Les heures se notent une fois le créneau commencé.',
  en: () => 'Hours are recorded once the shift has begun.',
});

export const SHIFT_CANCELLED = defineRefusal({
  code: 'SHIFT_CANCELLED',
  kind: 'conflict',
  fr: () => 'Ce créneau est annulé.',
  en: () => 'This shift is cancelled.',
});

export const SHIFT_IN_PAST = defineRefusal({
  code: 'SHIFT_IN_PAST',
  kind: 'invalid',
  fr: () => 'Un créneau se planifie dans l’avenir.',
  en: () => 'A shift is scheduled in the future.',
});

export const SHIFT_LENGTH = defineRefusal({
  code: 'SHIFT_LENGTH',
  kind: 'invalid',
  fr: () => 'La fin doit suivre le début, de 12 heures au plus.',
  en: () => 'The end must follow the start, by 12 hours at most.',
});

export const HELPERS_NEEDED = defineRefusal({
  code: 'HELPERS_NEEDED',
  kind: 'invalid',
  fr: () => 'Un créneau demande de 1 à 50 personnes.',
  en: () => 'A shift needs 1 to 50 people.',
});

export const NOT_ON_SHIFT = defineRefusal({
  code: 'NOT_ON_SHIFT',
  kind: 'conflict',
  fr: () => 'Cette personne n’est pas sur ce créneau.',
  en: () => 'This person is not on this shift.',
});

export const NOT_A_CANDIDATE = defineRefusal({
  code: 'NOT_A_CANDIDATE',
  kind: 'conflict',
  fr: () => 'Cette personne n’est plus libre ou n’a pas la compétence demandée.',
  en: () => 'This person is not free any more, or lacks the skill that is needed.',
});

export const HOURS_OUT_OF_RANGE = defineRefusal({
  code: 'HOURS_OUT_OF_RANGE',
  kind: 'invalid',
  fr: () => 'La durée va de 0 à 12 heures.',
  en: () => 'A duration is 0 to 12 hours.',
});

export const HELPER_TAKEN = defineRefusal({
  code: 'HELPER_TAKEN',
  kind: 'conflict',
  fr: () => 'Une personne de ce créneau est déjà attendue ailleurs à cette heure.',
  en: () => 'Somebody on this shift is already expected elsewhere at that time.',
});

export const AVAILABILITY_HOURS = defineRefusal({
  code: 'AVAILABILITY_HOURS',
  kind: 'invalid',
  fr: () =>
    'Une plage va d’une heure à une heure plus tardive du même jour, par exemple de 09:00 à 12:00\u00a0; 21 plages au plus.',
  en: () => 'Hours go from one time to a later one of the same day, 09:00 to 12:00 for example; 21 at most.',
});

export const AVAILABILITY_DAYS = defineRefusal({
  code: 'AVAILABILITY_DAYS',
  kind: 'invalid',
  fr: () => 'Une absence va d’un jour au même jour ou à un jour plus tardif\u00a0; 50 absences au plus.',
  en: () => 'An absence goes from one day to the same or a later one; 50 at most.',
});
