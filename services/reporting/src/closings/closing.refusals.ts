import { defineRefusal } from '#errors';

/** A month is named by its first day. */
export const MONTH_FIRST_DAY = defineRefusal({
  code: 'MONTH_FIRST_DAY',
  kind: 'invalid',
  fr: () => 'Un mois se désigne par son premier jour.',
  en: () => 'A month is named by its first day.',
});

/** The month has not ended yet in every zone. */
export const MONTH_NOT_OVER = defineRefusal({
  code: 'MONTH_NOT_OVER',
  kind: 'conflict',
  fr: () => 'Ce mois n’est pas encore terminé partout : il se clôt le lendemain de son dernier jour.',
  en: () => 'This month is not over everywhere yet: it can be closed on the day after its last.',
});

/** Facts of that time may still come in: a source is silent, or an event waits to be mended. */
export const MONTH_NOT_FINAL = defineRefusal<{ setAside: number }>({
  code: 'MONTH_NOT_FINAL',
  kind: 'conflict',
  fr: (v) =>
    v.setAside > 0
      ? `Des faits de cette période sont mis de côté (${v.setAside}) : ils doivent être repris avant la clôture.`
      : 'Une source ne dit pas encore où elle en est. Réessayez dans une minute.',
  en: (v) =>
    v.setAside > 0
      ? `Facts of that time are set aside (${v.setAside}): they must be mended before the month is closed.`
      : 'A source has not said yet how far it is. Try again in a minute.',
});

/** The branch's month is closed already. */
export const MONTH_CLOSED_ALREADY = defineRefusal({
  code: 'MONTH_CLOSED_ALREADY',
  kind: 'conflict',
  fr: () => 'Ce mois est déjà clos pour cette antenne.',
  en: () => 'This month is closed already for this branch.',
});
