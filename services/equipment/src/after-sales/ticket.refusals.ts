import { defineRefusal } from '#errors';
import { dayWords } from '../sales/day-words.js';

export const NOT_SOLD = defineRefusal<{ tag: string }>({
  code: 'NOT_SOLD',
  kind: 'conflict',
  fr: (v) => `Le matériel ${v.tag} n’est chez aucun acheteur\u00a0: le service après-vente n’a rien à en faire.`,
  en: (v) => `Device ${v.tag} is with no buyer: there is nothing for after-sales to do.`,
});

export const TICKET_OPEN_ALREADY = defineRefusal<{ tag: string }>({
  code: 'TICKET_OPEN_ALREADY',
  kind: 'conflict',
  fr: (v) => `Un ticket est déjà ouvert pour ${v.tag}.`,
  en: (v) => `A ticket is open already for ${v.tag}.`,
});

export const TICKET_CLOSED = defineRefusal({
  code: 'TICKET_CLOSED',
  kind: 'conflict',
  fr: () => 'Ce ticket est déjà clos.',
  en: () => 'This ticket is closed already.',
});

export const WARRANTY_ENDED = defineRefusal<{ lastDay: string }>({
  code: 'WARRANTY_ENDED',
  kind: 'conflict',
  fr: (v) => `La garantie a pris fin le ${dayWords(v.lastDay, 'fr-FR')}\u00a0: le matériel ne s’échange plus.`,
  en: (v) => `The warranty ended on ${dayWords(v.lastDay, 'en-GB')}: the device can no longer be exchanged.`,
});

export const EXCHANGE_OF_ANOTHER_TYPE = defineRefusal({
  code: 'EXCHANGE_OF_ANOTHER_TYPE',
  kind: 'invalid',
  fr: () => 'Un matériel s’échange contre un matériel du même type. Pour un autre type, remboursez puis vendez.',
  en: () => 'A device is exchanged for one of the same type. For another type, pay back and sell.',
});
