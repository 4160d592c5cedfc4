import { defineRefusal } from '#errors';

export const GRADE_LIMITS = defineRefusal({
  code: 'GRADE_LIMITS',
  kind: 'invalid',
  fr: ({ count, min, max }: { count: number; min: number; max: number }) =>
    `Il faut ${count} limites, chacune de ${min} à ${max}, de la plus petite à la plus grande et toutes différentes.`,
  en: ({ count, min, max }: { count: number; min: number; max: number }) =>
    `There are ${count} limits, each between ${min} and ${max}, from the smallest to the largest and all different.`,
});

export const GRADE_THRESHOLD_RANGE = defineRefusal({
  code: 'GRADE_THRESHOLD_RANGE',
  kind: 'invalid',
  fr: ({ min, max }: { min: number; max: number }) => `Cette valeur va de ${min} à ${max}.`,
  en: ({ min, max }: { min: number; max: number }) => `This value is between ${min} and ${max}.`,
});

export const GRADE_POINTS_ORDER = defineRefusal({
  code: 'GRADE_POINTS_ORDER',
  kind: 'invalid',
  fr: () => 'Une meilleure catégorie demande plus de points que celle qui la précède.',
  en: () => 'A better grade asks for more points than the one before it.',
});

export const GRADE_RULE_DAY_TAKEN = defineRefusal({
  code: 'GRADE_RULE_DAY_TAKEN',
  kind: 'conflict',
  fr: () => 'Une autre règle commence déjà ce jour-là\u00a0: choisissez un autre jour.',
  en: () => 'Another rule already begins on that day: choose another day.',
});

export const GRADE_RULE_PAST_DAY = defineRefusal({
  code: 'GRADE_RULE_PAST_DAY',
  kind: 'invalid',
  fr: () => 'Une règle commence aujourd’hui ou plus tard\u00a0: elle ne change rien au passé.',
  en: () => 'A rule begins today or later: it changes nothing of the past.',
});
