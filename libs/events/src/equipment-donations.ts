import { z } from 'zod';
import { defineEvent, type EventOf } from './define-event.js';
import { LocalDate } from './vocabulary.js';

/** A donor gave devices, in lots; who it is stays with its owner. */
export const DonationReceived = defineEvent({
  name: 'equipment.donation-received',
  version: 1,
  topic: 'equipment.donations',
  key: 'donationId',
  data: z.object({
    donationId: z.uuid(),
    donorId: z.uuid(),
    occurredOn: LocalDate,
    lots: z.int().positive(),
    /** Devices the donor announced. */
    expected: z.int().nonnegative(),
    grams: z.int().nonnegative(),
  }),
});
export type DonationReceived = EventOf<typeof DonationReceived>;

/** Electronic waste left a branch for good, with so many tagged devices in it. */
export const WasteRemoved = defineEvent({
  name: 'equipment.waste-removed',
  version: 1,
  topic: 'equipment.waste-removals',
  key: 'wasteRemovalId',
  data: z.object({
    wasteRemovalId: z.uuid(),
    occurredOn: LocalDate,
    devices: z.int().nonnegative(),
    grams: z.int().positive(),
  }),
});
export type WasteRemoved = EventOf<typeof WasteRemoved>;
