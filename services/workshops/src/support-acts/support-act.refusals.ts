import { defineRefusal } from '#errors';

export const ACT_MINUTES = defineRefusal({
  code: 'ACT_MINUTES',
  kind: 'invalid',
  fr: () => 'La durée va de 1 minute à 23 h 59.',
  en: () => 'The length is from 1 minute to 23 h 59.',
});

export const ACT_THEMES = defineRefusal({
  code: 'ACT_THEMES',
  kind: 'invalid',
  fr: () => 'Choisissez au moins une thématique.',
  en: () => 'Choose at least one theme.',
});

export const ADMINISTRATIVE_THEME_ALONE = defineRefusal({
  code: 'ADMINISTRATIVE_THEME_ALONE',
  kind: 'invalid',
  fr: () => 'Une thématique de démarche accompagne toujours « Aide aux démarches administratives ».',
  en: () => 'An administrative theme always goes with "Administrative help".',
});

export const ACT_IN_FUTURE = defineRefusal({
  code: 'ACT_IN_FUTURE',
  kind: 'invalid',
  fr: () => 'Cet accompagnement est daté de l’avenir. Vérifiez l’heure de l’appareil.',
  en: () => 'This act is dated in the future. Check the clock of the device.',
});

/** A drop-in dated longer ago than anybody remembers it: most often the clock of the device. */
export const ACT_TOO_OLD = defineRefusal({
  code: 'ACT_TOO_OLD',
  kind: 'invalid',
  fr: () => 'Un passage se note dans l’année qui suit. Vérifiez la date de l’appareil.',
  en: () => 'A drop-in is written down within a year. Check the date of the device.',
});

export const ACT_VOIDED = defineRefusal({
  code: 'ACT_VOIDED',
  kind: 'conflict',
  fr: () => 'Cet accompagnement a déjà été annulé.',
  en: () => 'This act has already been taken back.',
});

export const ACT_OF_SESSION = defineRefusal({
  code: 'ACT_OF_SESSION',
  kind: 'conflict',
  fr: () => 'Cet accompagnement vient d’une séance : rouvrez la séance pour le corriger.',
  en: () => 'This act comes from a session: reopen the session to correct it.',
});
