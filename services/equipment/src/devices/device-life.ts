import type { EquipmentState } from '#events';

/** From each state, where a person may move a device by hand. Selling and taking a sale back are not moves. */
export const NEXT_STATES: Readonly<Record<EquipmentState, readonly EquipmentState[]>> = {
  RECEIVED: ['IN_REFURBISHMENT', 'READY', 'NOT_REUSABLE', 'LOST'],
  IN_REFURBISHMENT: ['READY', 'NOT_REUSABLE', 'LOST'],
  // Reserved and lent it is for somebody, by acts of their own; out of these states any move ends what kept it.
  READY: ['IN_REFURBISHMENT', 'NOT_REUSABLE', 'LOST'],
  RESERVED: ['READY', 'LOST'],
  LOANED: ['IN_REFURBISHMENT', 'LOST'],
  // Sold: it leaves this state by repair, by coming back broken, or by taking the sale back.
  DISTRIBUTED: ['AFTER_SALES', 'RETURNED'],
  AFTER_SALES: ['DISTRIBUTED', 'RETURNED'],
  // Given back: taking the sale back makes it ready again; otherwise it is the buyer's still.
  RETURNED: ['AFTER_SALES'],
  NOT_REUSABLE: ['IN_REFURBISHMENT'],
  LOST: ['IN_REFURBISHMENT'],
  // Transfers between branches move these; nobody does by hand.
  IN_TRANSIT: [],
};

/** Where a person may move this device by hand now: what left as waste goes nowhere any more. */
export function nextStatesOf(device: {
  readonly state: EquipmentState;
  readonly wasteId: string | null;
}): readonly EquipmentState[] {
  return device.wasteId === null ? NEXT_STATES[device.state] : [];
}

/** States in which a grade may still change without mending the past. */
export const GRADABLE: readonly EquipmentState[] = ['RECEIVED', 'IN_REFURBISHMENT', 'READY', 'RESERVED', 'LOANED'];

/** States of what is in the house or expected back: the stock. */
export const IN_STOCK: readonly EquipmentState[] = [
  'RECEIVED',
  'IN_REFURBISHMENT',
  'READY',
  'RESERVED',
  'LOANED',
  'IN_TRANSIT',
];
