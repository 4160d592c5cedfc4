import { defineRefusal } from '#errors';

/** A quarter is named `2026-T2`. */
export const NO_SUCH_QUARTER = defineRefusal({
  code: 'NO_SUCH_QUARTER',
  kind: 'invalid',
  fr: () => 'Un trimestre s’écrit par exemple 2026-T2.',
  en: () => 'A quarter is written like 2026-T2.',
});

/** What is entered late may still change the quarter. */
export const QUARTER_NOT_SETTLED = defineRefusal<{ from: string }>({
  code: 'QUARTER_NOT_SETTLED',
  kind: 'conflict',
  fr: (v) => `Ce trimestre peut être publié à partir du ${v.from} : des saisies tardives y arrivent encore.`,
  en: (v) => `This quarter can be published from ${v.from} on: late entries are still coming in.`,
});

/** A source is silent, or facts wait to be mended: what would be frozen is not whole. */
export const QUARTER_NOT_FINAL = defineRefusal<{ setAside: number }>({
  code: 'QUARTER_NOT_FINAL',
  kind: 'conflict',
  fr: (v) =>
    v.setAside > 0
      ? `Des faits sont mis de côté (${v.setAside}) : ils doivent être repris avant la publication.`
      : 'Une source ne dit pas encore où elle en est. Réessayez dans une minute.',
  en: (v) =>
    v.setAside > 0
      ? `Facts are set aside (${v.setAside}): they must be mended before publishing.`
      : 'A source has not said yet how far it is. Try again in a minute.',
});

/** What left once stays as it left. */
export const QUARTER_PUBLISHED_ALREADY = defineRefusal({
  code: 'QUARTER_PUBLISHED_ALREADY',
  kind: 'conflict',
  fr: () => 'Ce trimestre est déjà publié. Ce qui est publié ne change plus.',
  en: () => 'This quarter is published already. What is published no longer changes.',
});
