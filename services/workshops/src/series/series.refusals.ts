import { defineRefusal } from '#errors';

export const BAD_TIME_OF_DAY = defineRefusal({
  code: 'BAD_TIME_OF_DAY',
  kind: 'invalid',
  fr: () => 'L’heure s’écrit sur 24 heures, par exemple 09:30.',
  en: () => 'The time is written on 24 hours, 09:30 for example.',
});

export const BAD_WEEKDAYS = defineRefusal({
  code: 'BAD_WEEKDAYS',
  kind: 'invalid',
  fr: () => 'Choisissez au moins un jour de la semaine.',
  en: () => 'Choose at least one day of the week.',
});

export const SERIES_WEEKS = defineRefusal({
  code: 'SERIES_WEEKS',
  kind: 'invalid',
  fr: () => 'Un parcours dure de 1 à 12 semaines.',
  en: () => 'A series lasts 1 to 12 weeks.',
});

export const SERIES_LENGTH = defineRefusal<{ count: number }>({
  code: 'SERIES_LENGTH',
  kind: 'invalid',
  fr: (v) => `Un parcours compte de 1 à 12 séances ; il en reste ${v.count} ici.`,
  en: (v) => `A series has 1 to 12 sessions; there are ${v.count} here.`,
});

export const DISCOVERY_ONCE = defineRefusal({
  code: 'DISCOVERY_ONCE',
  kind: 'invalid',
  fr: () => 'Un atelier découverte tient en une seule séance.',
  en: () => 'A discovery workshop is a single session.',
});

export const SERIES_ROOM_TAKEN = defineRefusal<{ day: string }>({
  code: 'SERIES_ROOM_TAKEN',
  kind: 'conflict',
  fr: (v) => `Le ${v.day}, cette salle ou ce matériel est déjà pris à cette heure.`,
  en: (v) => `On ${v.day} this room or set of equipment is already taken at that time.`,
});

export const SERIES_CANCELLED = defineRefusal({
  code: 'SERIES_CANCELLED',
  kind: 'conflict',
  fr: () => 'Ce parcours est annulé.',
  en: () => 'This series is cancelled.',
});

export const SERIES_OVER = defineRefusal({
  code: 'SERIES_OVER',
  kind: 'conflict',
  fr: () => 'Aucune séance de ce parcours n’est encore à venir.',
  en: () => 'No session of this series is still to come.',
});

export const NOT_IN_SERIES = defineRefusal({
  code: 'NOT_IN_SERIES',
  kind: 'invalid',
  fr: () => 'Cette séance n’est pas une séance à venir de ce parcours.',
  en: () => 'This session is not a session to come of this series.',
});

export const POSTPONED_DAYS = defineRefusal({
  code: 'POSTPONED_DAYS',
  kind: 'invalid',
  fr: () => 'Reportez de 1 à 180 jours, ou avancez d’autant.',
  en: () => 'Move by 1 to 180 days, later or sooner.',
});

export const NOT_A_MONDAY = defineRefusal({
  code: 'NOT_A_MONDAY',
  kind: 'invalid',
  fr: () => 'Une semaine se nomme par son lundi.',
  en: () => 'A week is named by its Monday.',
});

export const SAME_WEEK = defineRefusal({
  code: 'SAME_WEEK',
  kind: 'invalid',
  fr: () => 'Choisissez une autre semaine que celle qui est copiée.',
  en: () => 'Choose another week than the one that is copied.',
});
