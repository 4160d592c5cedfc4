import { defineRefusal } from '#errors';

export const NOT_CONNECTIVITY = defineRefusal({
  code: 'NOT_CONNECTIVITY',
  kind: 'invalid',
  fr: () => 'Un opérateur va avec une carte SIM ou une recharge, une valeur et une durée avec une recharge.',
  en: () => 'An operator goes with a SIM card or a top-up, a value and a validity with a top-up.',
});

export const ICCID_MALFORMED = defineRefusal({
  code: 'ICCID_MALFORMED',
  kind: 'invalid',
  fr: () => 'Le numéro d’une carte SIM compte 19 ou 20 chiffres et commence par 89. Vérifiez-le.',
  en: () => 'The number of a SIM card has 19 or 20 digits and begins with 89. Check it.',
});

export const SIM_ACTIVATED_ALREADY = defineRefusal({
  code: 'SIM_ACTIVATED_ALREADY',
  kind: 'conflict',
  fr: () => 'Cette carte SIM a déjà été activée. Prenez-en une autre.',
  en: () => 'This SIM card was activated already. Take another one.',
});

export const NO_SIM_LEFT = defineRefusal({
  code: 'NO_SIM_LEFT',
  kind: 'conflict',
  fr: () => 'Cette vente ne compte pas d’autre carte SIM à activer.',
  en: () => 'This sale has no other SIM card to activate.',
});

export const SIM_WAS_ACTIVATED = defineRefusal({
  code: 'SIM_WAS_ACTIVATED',
  kind: 'conflict',
  fr: () => 'Une carte SIM activée ne revient pas en stock\u00a0: remboursez-la sans la remettre en rayon.',
  en: () => 'An activated SIM card does not go back to the shelf: pay it back without restocking it.',
});

export const STATEMENT_MONTH = defineRefusal({
  code: 'STATEMENT_MONTH',
  kind: 'invalid',
  fr: () => 'Un relevé porte sur un mois, donné par son premier jour.',
  en: () => 'A statement is of a month, given by its first day.',
});
