import { defineRefusal } from '#errors';
import type { EquipmentState } from '#events';
import { STATE_EN, STATE_FR } from '../devices/device-words.js';

export const WASTE_TAGS = defineRefusal<{ max: number }>({
  code: 'WASTE_TAGS',
  kind: 'invalid',
  fr: (v) => `Un enlèvement nomme chaque matériel une fois, ${v.max} au plus.`,
  en: (v) => `A removal names each device once, ${v.max} at most.`,
});

export const NOT_WASTE = defineRefusal<{ tag: string; state: EquipmentState }>({
  code: 'NOT_WASTE',
  kind: 'conflict',
  fr: (v) => `${v.tag} est ${STATE_FR[v.state]} : seul un matériel non réemployable part en déchet.`,
  en: (v) => `${v.tag} is ${STATE_EN[v.state]}: only a device that is not reusable leaves as waste.`,
});

export const ALREADY_REMOVED = defineRefusal<{ tag: string }>({
  code: 'ALREADY_REMOVED',
  kind: 'conflict',
  fr: (v) => `${v.tag} est déjà parti en déchet.`,
  en: (v) => `${v.tag} has already left as waste.`,
});

export const SLIP_TAKEN = defineRefusal<{ slip: string }>({
  code: 'SLIP_TAKEN',
  kind: 'conflict',
  fr: (v) => `Le bordereau ${v.slip} est déjà enregistré.`,
  en: (v) => `Slip ${v.slip} is already noted.`,
});
