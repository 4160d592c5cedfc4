import type { EquipmentState, EquipmentType } from '#events';

/** How a kind of device is said in a sentence. */
export const TYPE_FR: Readonly<Record<EquipmentType, string>> = {
  COMPUTER: 'ordinateur',
  TABLET: 'tablette',
  SMARTPHONE: 'smartphone',
};

/** How a state is said in a sentence. */
export const STATE_FR: Readonly<Record<EquipmentState, string>> = {
  RECEIVED: 'reçu, à traiter',
  IN_REFURBISHMENT: 'en reconditionnement',
  READY: 'prêt',
  RESERVED: 'réservé',
  DISTRIBUTED: 'vendu',
  NOT_REUSABLE: 'non réemployable',
  LOANED: 'prêté',
  IN_TRANSIT: 'en transfert',
  AFTER_SALES: 'en service après-vente',
  LOST: 'perdu',
  RETURNED: 'rendu',
};

export const STATE_EN: Readonly<Record<EquipmentState, string>> = {
  RECEIVED: 'received, not yet handled',
  IN_REFURBISHMENT: 'being refurbished',
  READY: 'ready',
  RESERVED: 'reserved',
  DISTRIBUTED: 'sold',
  NOT_REUSABLE: 'not reusable',
  LOANED: 'on loan',
  IN_TRANSIT: 'in transit',
  AFTER_SALES: 'in after-sales service',
  LOST: 'lost',
  RETURNED: 'returned',
};
