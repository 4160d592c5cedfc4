import { registerEnumType } from '@nestjs/graphql';
import { DataErasureMethod, type EquipmentState } from '#events';

/** How a device's data was removed, those from before there was a record included. */
export const DataErasure = {
  ...DataErasureMethod.enum,
  BEFORE_THE_RECORD: 'BEFORE_THE_RECORD',
} as const;
export type DataErasure = (typeof DataErasure)[keyof typeof DataErasure];
registerEnumType(DataErasure, {
  name: 'DataErasure',
  description: 'How the data on a device was removed. BEFORE_THE_RECORD: it was ready before this was kept.',
});

/** States in which somebody outside had the device in their hands: what was erased before says nothing any more. */
export const ERASURE_LAPSES: readonly EquipmentState[] = ['LOANED', 'AFTER_SALES', 'RETURNED', 'LOST'];

/** States in which data can be removed: the device is here, and nobody's. */
export const ERASABLE: readonly EquipmentState[] = ['RECEIVED', 'IN_REFURBISHMENT', 'READY', 'NOT_REUSABLE'];
