import { defineRefusal } from '#errors';
import type { EquipmentState, TransferState } from '#events';
import { STATE_EN, STATE_FR } from '../devices/device-words.js';

const STEP_FR: Readonly<Record<TransferState, string>> = {
  REQUESTED: 'demandé',
  ACCEPTED: 'accepté',
  REFUSED: 'refusé',
  SHIPPED: 'expédié',
  RECEIVED: 'reçu',
  DISCREPANCY: 'clos avec un écart',
  CANCELLED: 'annulé',
};
const STEP_EN: Readonly<Record<TransferState, string>> = {
  REQUESTED: 'requested',
  ACCEPTED: 'accepted',
  REFUSED: 'refused',
  SHIPPED: 'shipped',
  RECEIVED: 'received',
  DISCREPANCY: 'closed with a discrepancy',
  CANCELLED: 'cancelled',
};

export const TRANSFER_TO_ITSELF = defineRefusal({
  code: 'TRANSFER_TO_ITSELF',
  kind: 'invalid',
  fr: () => 'Une antenne ne se transfère rien à elle-même : choisissez une autre antenne.',
  en: () => 'A branch transfers nothing to itself: choose another branch.',
});

export const TRANSFER_LINES = defineRefusal({
  code: 'TRANSFER_LINES',
  kind: 'invalid',
  fr: () =>
    'Une demande compte de 1 à 20 lignes, chacune de 1 à 100 matériels d’un type et d’une catégorie, ou une étiquette.',
  en: () => 'A request has 1 to 20 lines, each of 1 to 100 devices of a type and grade, or one tag.',
});

export const TRANSFER_STEP_NOT_ALLOWED = defineRefusal<{ state: TransferState }>({
  code: 'TRANSFER_STEP_NOT_ALLOWED',
  kind: 'conflict',
  fr: (v) => `Ce transfert est ${STEP_FR[v.state]} : cette étape n’est plus possible, ou ne l’est pas encore.`,
  en: (v) => `This transfer is ${STEP_EN[v.state]}: this step is no longer possible, or not yet.`,
});

export const ACCEPTED_OUT_OF_RANGE = defineRefusal<{ asked: number }>({
  code: 'ACCEPTED_OUT_OF_RANGE',
  kind: 'invalid',
  fr: (v) => `Sur cette ligne on accepte de 0 à ${v.asked} matériels.`,
  en: (v) => `Of this line 0 to ${v.asked} devices may be accepted.`,
});

export const NOTHING_ACCEPTED = defineRefusal({
  code: 'NOTHING_ACCEPTED',
  kind: 'invalid',
  fr: () => 'Rien n’est accepté : refusez plutôt la demande, avec une raison.',
  en: () => 'Nothing is accepted: refuse the request instead, with a reason.',
});

export const TAGS_NEEDED = defineRefusal({
  code: 'TAGS_NEEDED',
  kind: 'invalid',
  fr: () => 'Scannez au moins un matériel, et chacun une seule fois.',
  en: () => 'Scan one device at least, and each of them once.',
});

export const DEVICE_NOT_SHIPPABLE = defineRefusal<{ tag: string; state: EquipmentState }>({
  code: 'DEVICE_NOT_SHIPPABLE',
  kind: 'conflict',
  fr: (v) => `Le matériel ${v.tag} ne peut pas partir : il est ${STATE_FR[v.state]}.`,
  en: (v) => `Device ${v.tag} cannot leave: it is ${STATE_EN[v.state]}.`,
});

export const NOT_AS_ACCEPTED = defineRefusal<{ tag: string }>({
  code: 'NOT_AS_ACCEPTED',
  kind: 'conflict',
  fr: (v) =>
    `Le matériel ${v.tag} n’est pas de ceux qui ont été acceptés, ou il y en a trop de ce type et de cette catégorie.`,
  en: (v) => `Device ${v.tag} is not among what was accepted, or there are too many of its type and grade.`,
});

export const TAG_NOT_EXPECTED = defineRefusal<{ tag: string }>({
  code: 'TAG_NOT_EXPECTED',
  kind: 'conflict',
  fr: (v) => `Le matériel ${v.tag} n’est pas attendu dans ce transfert.`,
  en: (v) => `Device ${v.tag} is not expected in this transfer.`,
});

export const ALREADY_ARRIVED = defineRefusal<{ tag: string }>({
  code: 'ALREADY_ARRIVED',
  kind: 'conflict',
  fr: (v) => `Le matériel ${v.tag} a déjà été scanné à l’arrivée.`,
  en: (v) => `Device ${v.tag} was already scanned on arrival.`,
});

export const NOT_MISSING = defineRefusal<{ tag: string }>({
  code: 'NOT_MISSING',
  kind: 'conflict',
  fr: (v) => `Le matériel ${v.tag} ne manque pas dans ce transfert.`,
  en: (v) => `Device ${v.tag} is not missing from this transfer.`,
});

export const NOTHING_PROPOSED = defineRefusal<{ tag: string }>({
  code: 'NOTHING_PROPOSED',
  kind: 'conflict',
  fr: (v) => `Une antenne doit d’abord dire ce qu’est devenu le matériel ${v.tag}.`,
  en: (v) => `A branch must first say what became of device ${v.tag}.`,
});
