import { defineRefusal } from '#errors';
import type { EquipmentState } from '#events';
import { STATE_EN, STATE_FR } from './device-words.js';

export const TAG_MALFORMED = defineRefusal({
  code: 'TAG_MALFORMED',
  kind: 'invalid',
  fr: () =>
    'Une étiquette s’écrit comme BXPC26-0322 : code d’une antenne, PC, TA ou SP, année, tiret, quatre chiffres.',
  en: () => 'A tag reads like BXPC26-0322: a branch’s code, PC, TA or SP, the year, a dash, four digits.',
});

export const TAG_TAKEN = defineRefusal<{ tag: string }>({
  code: 'TAG_TAKEN',
  kind: 'conflict',
  fr: (v) => `L’étiquette ${v.tag} est déjà celle d’un autre matériel du réseau.`,
  en: (v) => `Tag ${v.tag} already belongs to another device of the network.`,
});

export const TAG_TYPE_MISMATCH = defineRefusal<{ tag: string }>({
  code: 'TAG_TYPE_MISMATCH',
  kind: 'invalid',
  fr: (v) => `L’étiquette ${v.tag} est celle d’un autre type de matériel.`,
  en: (v) => `Tag ${v.tag} is for another type of device.`,
});

export const TYPE_OR_TAG_NEEDED = defineRefusal({
  code: 'TYPE_OR_TAG_NEEDED',
  kind: 'invalid',
  fr: () => 'Donnez l’étiquette, ou le type de matériel pour en recevoir une.',
  en: () => 'Give the tag, or the type of device to be given one.',
});

export const NO_TAG_LEFT = defineRefusal<{ prefix: string }>({
  code: 'NO_TAG_LEFT',
  kind: 'conflict',
  fr: (v) => `Il ne reste plus de numéro libre pour ${v.prefix}.`,
  en: (v) => `No number is left for ${v.prefix}.`,
});

export const IMEI_MALFORMED = defineRefusal({
  code: 'IMEI_MALFORMED',
  kind: 'invalid',
  fr: () => 'Un IMEI compte 15 chiffres, dont une clé de contrôle : vérifiez la saisie (*#06#).',
  en: () => 'An IMEI has 15 digits, the last one a check digit: look again (*#06#).',
});

export const IMEI_TAKEN = defineRefusal({
  code: 'IMEI_TAKEN',
  kind: 'conflict',
  fr: () => 'Cet IMEI est déjà celui d’un autre matériel du réseau.',
  en: () => 'This IMEI already belongs to another device of the network.',
});

export const SPEC_OUT_OF_RANGE = defineRefusal<{ min: number; max: number }>({
  code: 'SPEC_OUT_OF_RANGE',
  kind: 'invalid',
  fr: (v) => `Cette valeur doit être comprise entre ${v.min} et ${v.max}.`,
  en: (v) => `This value must be between ${v.min} and ${v.max}.`,
});

export const GRADE_NEEDS_SPECS = defineRefusal<{ missing: string }>({
  code: 'GRADE_NEEDS_SPECS',
  kind: 'invalid',
  fr: (v) => `Pour calculer la catégorie il manque : ${v.missing}. Vous pouvez aussi la choisir avec une raison.`,
  en: (v) => `To compute the grade these are missing: ${v.missing}. You may also choose it, with a reason.`,
});

export const GRADE_BY_HAND_ONLY = defineRefusal({
  code: 'GRADE_BY_HAND_ONLY',
  kind: 'invalid',
  fr: () => 'La règle ne vaut que pour les ordinateurs : choisissez la catégorie et dites pourquoi.',
  en: () => 'The rule is for computers only: choose the grade and say why.',
});

export const GRADE_NOT_ALLOWED = defineRefusal<{ state: EquipmentState }>({
  code: 'GRADE_NOT_ALLOWED',
  kind: 'conflict',
  fr: (v) => `Ce matériel est ${STATE_FR[v.state]} : sa catégorie ne change plus que par une correction.`,
  en: (v) => `This device is ${STATE_EN[v.state]}: its grade changes only by a correction.`,
});

export const NOT_GRADED = defineRefusal({
  code: 'NOT_GRADED',
  kind: 'conflict',
  fr: () => 'Donnez d’abord une catégorie : un matériel prêt a toujours la sienne.',
  en: () => 'Give it a grade first: a ready device always has one.',
});

export const DATA_NOT_ERASED = defineRefusal({
  code: 'DATA_NOT_ERASED',
  kind: 'conflict',
  fr: () =>
    'Notez d’abord comment ses données ont été effacées : aucun matériel ne part avec celles d’une autre personne.',
  en: () => 'Note first how its data was removed: no device leaves with somebody else’s.',
});

export const ERASURE_NOT_ALLOWED = defineRefusal<{ state: EquipmentState }>({
  code: 'ERASURE_NOT_ALLOWED',
  kind: 'conflict',
  fr: (v) => `Ce matériel est ${STATE_FR[v.state]} : ses données s’effacent quand il est ici et à personne.`,
  en: (v) => `This device is ${STATE_EN[v.state]}: its data is removed while it is here and nobody’s.`,
});

const listed = (states: string, words: Readonly<Record<EquipmentState, string>>, none: string): string =>
  states === ''
    ? none
    : states
        .split(',')
        .map((state) => words[state as EquipmentState])
        .join(', ');

/** `next` is a comma-separated list of states. */
export const TRANSITION_NOT_ALLOWED = defineRefusal<{ state: EquipmentState; next: string }>({
  code: 'TRANSITION_NOT_ALLOWED',
  kind: 'conflict',
  fr: (v) => `Ce matériel est ${STATE_FR[v.state]}. Étapes possibles : ${listed(v.next, STATE_FR, 'aucune')}.`,
  en: (v) => `This device is ${STATE_EN[v.state]}. Possible next steps: ${listed(v.next, STATE_EN, 'none')}.`,
});

export const DEVICE_WAS_SOLD = defineRefusal({
  code: 'DEVICE_WAS_SOLD',
  kind: 'conflict',
  fr: () => 'Ce matériel a été vendu : annulez d’abord la vente.',
  en: () => 'This device was sold: void the sale first.',
});

export const DEVICE_UNDER_WAY = defineRefusal<{ tag: string }>({
  code: 'DEVICE_UNDER_WAY',
  kind: 'conflict',
  fr: (v) => `Le matériel ${v.tag} est déjà en route vers une autre antenne.`,
  en: (v) => `Device ${v.tag} is already on its way to another branch.`,
});

export const CAME_BY_TRANSFER = defineRefusal({
  code: 'CAME_BY_TRANSFER',
  kind: 'conflict',
  fr: () =>
    'Une autre antenne a reçu ce matériel : elle seule peut annuler sa réception, une fois qu’il lui est revenu.',
  en: () => 'Another branch received this device: only that branch can void its receipt, once it has it back.',
});

export const DEVICE_PROMISED = defineRefusal<{ tag: string }>({
  code: 'DEVICE_PROMISED',
  kind: 'conflict',
  fr: (v) => `Le matériel ${v.tag} est réservé ou prêté : mettez-y d’abord fin.`,
  en: (v) => `Device ${v.tag} is reserved or lent: end that first.`,
});
