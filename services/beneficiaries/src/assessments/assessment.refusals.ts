import { defineRefusal } from '#errors';

export const QUESTIONNAIRE_VERSION = defineRefusal<{ version: number }>({
  code: 'QUESTIONNAIRE_VERSION',
  kind: 'conflict',
  fr: (v) =>
    `Ce questionnaire a changé\u00a0: la version en usage est la ${v.version}. Rechargez la page et reposez-le.`,
  en: (v) => `This questionnaire has changed: version ${v.version} is in use. Reload the page and ask it again.`,
});

export const ANSWERS_COMPLETE = defineRefusal<{ missing: number }>({
  code: 'ANSWERS_COMPLETE',
  kind: 'invalid',
  fr: (v) => `Chaque question reçoit une réponse, et une seule. Réponses manquantes ou en trop\u00a0: ${v.missing}.`,
  en: (v) => `Each question gets one answer, and one only. Answers missing or too many: ${v.missing}.`,
});

export const ANSWERS_WITHOUT_ANSWER = defineRefusal({
  code: 'ANSWERS_WITHOUT_ANSWER',
  kind: 'invalid',
  fr: () => 'Un refus ou une absence de contact ne porte aucune réponse.',
  en: () => 'A refusal, or nobody reached, carries no answers.',
});

export const ASSESSMENT_ORDER = defineRefusal({
  code: 'ASSESSMENT_ORDER',
  kind: 'conflict',
  fr: () => 'Une évaluation de sortie suit une évaluation d’entrée, et celle des six mois suit une sortie.',
  en: () => 'An assessment at exit follows one at entry, and that at six months follows an exit.',
});

export const ASSESSMENT_THERE = defineRefusal({
  code: 'ASSESSMENT_THERE',
  kind: 'conflict',
  fr: () => 'Cette évaluation a déjà sa réponse. Si c’est une erreur, annulez-la d’abord.',
  en: () => 'This assessment has its answer already. If that is a mistake, take it back first.',
});

export const ASSESSMENT_DAY = defineRefusal<{ from: string }>({
  code: 'ASSESSMENT_DAY',
  kind: 'invalid',
  fr: (v) => `Cette évaluation a lieu entre le ${v.from} et aujourd’hui.`,
  en: (v) => `This assessment takes place between ${v.from} and today.`,
});

export const ASSESSMENT_ANONYMOUS = defineRefusal({
  code: 'ASSESSMENT_ANONYMOUS',
  kind: 'conflict',
  fr: () => 'Une personne anonyme n’est pas évaluée\u00a0: rien ne relierait l’entrée à la sortie.',
  en: () => 'An anonymous person is not assessed: nothing would tie the exit to the entry.',
});

export const ASSESSMENT_VOIDED = defineRefusal({
  code: 'ASSESSMENT_VOIDED',
  kind: 'conflict',
  fr: () => 'Cette évaluation est déjà annulée.',
  en: () => 'This assessment was taken back already.',
});

export const ASSESSMENT_FOLLOWED = defineRefusal({
  code: 'ASSESSMENT_FOLLOWED',
  kind: 'conflict',
  fr: () => 'D’autres évaluations se comparent à celle-ci\u00a0: annulez-les d’abord.',
  en: () => 'Other assessments are compared with this one: take them back first.',
});
