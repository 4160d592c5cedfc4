import { defineRefusal } from '#errors';

export const SUPPORT_ANONYMOUS = defineRefusal({
  code: 'SUPPORT_ANONYMOUS',
  kind: 'conflict',
  fr: () => 'Une personne anonyme n’a pas de suivi\u00a0: inscrivez-la comme personne suivie.',
  en: () => 'An anonymous person is not followed: enrol them as tracked.',
});

export const SUPPORT_OPEN_ALREADY = defineRefusal({
  code: 'SUPPORT_OPEN_ALREADY',
  kind: 'conflict',
  fr: () => 'Un accompagnement est déjà en cours pour cette personne, sous cette fiche ou une autre.',
  en: () => 'A support journey of this person is under way already, under this record or another.',
});

export const SUPPORT_ENDED = defineRefusal({
  code: 'SUPPORT_ENDED',
  kind: 'conflict',
  fr: () => 'Cet accompagnement est terminé ou annulé.',
  en: () => 'This support journey has ended, or was taken back.',
});

export const SUPPORT_NOT_ENDED = defineRefusal({
  code: 'SUPPORT_NOT_ENDED',
  kind: 'conflict',
  fr: () => 'Cet accompagnement n’est pas terminé\u00a0: il n’y a rien à rouvrir.',
  en: () => 'This support journey has not ended: there is nothing to open again.',
});

export const SUPPORT_PAUSED = defineRefusal({
  code: 'SUPPORT_PAUSED',
  kind: 'conflict',
  fr: () => 'Cet accompagnement est déjà en pause.',
  en: () => 'This support journey is paused already.',
});

export const SUPPORT_NOT_PAUSED = defineRefusal({
  code: 'SUPPORT_NOT_PAUSED',
  kind: 'conflict',
  fr: () => 'Cet accompagnement n’est pas en pause.',
  en: () => 'This support journey is not paused.',
});

export const SUPPORT_DAY = defineRefusal<{ from: string }>({
  code: 'SUPPORT_DAY',
  kind: 'invalid',
  fr: (v) => `Cette date se situe entre le ${v.from} et aujourd’hui.`,
  en: (v) => `This day is between ${v.from} and today.`,
});

export const STEP_DUE = defineRefusal({
  code: 'STEP_DUE',
  kind: 'invalid',
  fr: () => 'L’échéance d’une étape se situe entre le début de l’accompagnement et dans deux ans.',
  en: () => 'A step is due between the beginning of the support and two years from now.',
});

export const PLAN_SIZE = defineRefusal<{ goals: number; steps: number }>({
  code: 'PLAN_SIZE',
  kind: 'invalid',
  fr: (v) => `Un accompagnement compte ${v.goals} objectifs au plus, et ${v.steps} étapes au plus par objectif.`,
  en: (v) => `A support journey has ${v.goals} goals at most, and ${v.steps} steps at most for each goal.`,
});

export const STEP_DONE = defineRefusal({
  code: 'STEP_DONE',
  kind: 'conflict',
  fr: () => 'Une étape faite reste dans le plan, telle qu’elle a été faite.',
  en: () => 'A step that was done stays in the plan, as it was done.',
});

export const STEP_UNKNOWN = defineRefusal({
  code: 'STEP_UNKNOWN',
  kind: 'not-found',
  fr: () => 'Cette étape n’est pas, ou plus, dans le plan.',
  en: () => 'This step is not in the plan, or no longer.',
});

export const REFERENT_UNKNOWN = defineRefusal({
  code: 'REFERENT_UNKNOWN',
  kind: 'conflict',
  fr: () => 'Ce membre n’aide pas dans cette antenne, ou ne s’est encore jamais connecté.',
  en: () => 'This member does not help in this branch, or has never signed in yet.',
});

export const OUTCOMES_OF_EXIT = defineRefusal({
  code: 'OUTCOMES_OF_EXIT',
  kind: 'invalid',
  fr: () => 'Une sortie aux objectifs atteints porte au moins un résultat.',
  en: () => 'An exit with its goals reached has one outcome at least.',
});
