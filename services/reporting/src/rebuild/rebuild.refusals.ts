import { defineRefusal } from '#errors';

/** A rebuild is under way already. */
export const REBUILD_UNDER_WAY = defineRefusal({
  code: 'REBUILD_UNDER_WAY',
  kind: 'conflict',
  fr: () => 'Une reconstruction est déjà en cours. Attendez sa fin ou abandonnez-la.',
  en: () => 'A rebuild is under way already. Wait for its end or drop it.',
});

/** The version is not complete, or there is none of that number. */
export const VERSION_NOT_STANDING_BY = defineRefusal<{ version: number }>({
  code: 'VERSION_NOT_STANDING_BY',
  kind: 'conflict',
  fr: (v) => `La version ${v.version} des chiffres n’est pas prête à être montrée.`,
  en: (v) => `Version ${v.version} of the figures is not ready to be shown.`,
});

/** The version is what readers see, or is gone. */
export const VERSION_IN_USE = defineRefusal<{ version: number }>({
  code: 'VERSION_IN_USE',
  kind: 'conflict',
  fr: (v) => `La version ${v.version} des chiffres est celle qui est montrée, ou n’existe plus.`,
  en: (v) => `Version ${v.version} of the figures is the one being shown, or is gone.`,
});
