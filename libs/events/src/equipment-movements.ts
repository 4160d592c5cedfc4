import { z } from 'zod';
import { defineEvent, type EventOf } from './define-event.js';
import { BranchCode, EquipmentType, Grade, LocalDate, MissingOutcome } from './vocabulary.js';

const Transfer = { transferId: z.uuid(), occurredOn: LocalDate, from: BranchCode, to: BranchCode };
const WantedLine = z.object({ type: EquipmentType, grade: Grade.nullable(), count: z.int().nonnegative() });

/** A branch asked another for devices. */
export const TransferRequested = defineEvent({
  name: 'equipment.transfer-requested',
  version: 1,
  topic: 'equipment.transfers',
  key: 'transferId',
  data: z.object({ ...Transfer, asked: z.array(WantedLine).min(1) }),
});
export type TransferRequested = EventOf<typeof TransferRequested>;

/** The other branch will send all of it, or a part. */
export const TransferAccepted = defineEvent({
  name: 'equipment.transfer-accepted',
  version: 1,
  topic: 'equipment.transfers',
  key: 'transferId',
  data: z.object({ ...Transfer, accepted: z.array(WantedLine).min(1) }),
});
export type TransferAccepted = EventOf<typeof TransferAccepted>;

/** The other branch sends nothing; its reason stays with it. */
export const TransferRefused = defineEvent({
  name: 'equipment.transfer-refused',
  version: 1,
  topic: 'equipment.transfers',
  key: 'transferId',
  data: z.object(Transfer),
});
export type TransferRefused = EventOf<typeof TransferRefused>;

/** The branch that asked no longer wants it, before anything left. */
export const TransferCancelled = defineEvent({
  name: 'equipment.transfer-cancelled',
  version: 1,
  topic: 'equipment.transfers',
  key: 'transferId',
  data: z.object(Transfer),
});
export type TransferCancelled = EventOf<typeof TransferCancelled>;

/** Devices left for the other branch; until they are scanned there nobody can sell, reserve or lend them. */
export const TransferShipped = defineEvent({
  name: 'equipment.transfer-shipped',
  version: 1,
  topic: 'equipment.transfers',
  key: 'transferId',
  data: z.object({ ...Transfer, deviceIds: z.array(z.uuid()).min(1) }),
});
export type TransferShipped = EventOf<typeof TransferShipped>;

/** A device of a transfer was scanned where it was bound for. */
export const TransferDeviceArrived = defineEvent({
  name: 'equipment.transfer-device-arrived',
  version: 1,
  topic: 'equipment.transfers',
  key: 'transferId',
  data: z.object({ ...Transfer, deviceId: z.uuid() }),
});
export type TransferDeviceArrived = EventOf<typeof TransferDeviceArrived>;

/** Nothing more is scanned: all is there, or these devices are missing. */
export const TransferClosed = defineEvent({
  name: 'equipment.transfer-closed',
  version: 1,
  topic: 'equipment.transfers',
  key: 'transferId',
  data: z.object({ ...Transfer, missing: z.array(z.uuid()) }),
});
export type TransferClosed = EventOf<typeof TransferClosed>;

/** The coordination approved what became of a missing device; `settled` once none is missing any more. */
export const MissingDeviceSettled = defineEvent({
  name: 'equipment.missing-device-settled',
  version: 1,
  topic: 'equipment.transfers',
  key: 'transferId',
  data: z.object({ ...Transfer, deviceId: z.uuid(), outcome: MissingOutcome, settled: z.boolean() }),
});
export type MissingDeviceSettled = EventOf<typeof MissingDeviceSettled>;

/** A device is kept for a person; if nobody comes it is free again at `until`. */
export const DeviceReserved = defineEvent({
  name: 'equipment.device-reserved',
  version: 1,
  topic: 'equipment.reservations',
  key: 'reservationId',
  data: z.object({
    reservationId: z.uuid(),
    deviceId: z.uuid(),
    beneficiaryId: z.uuid(),
    occurredOn: LocalDate,
    until: z.iso.datetime(),
  }),
});
export type DeviceReserved = EventOf<typeof DeviceReserved>;

/** A reservation came to its end: the person bought it, somebody gave it up, its time ran out, or the person was erased. */
export const ReservationEnded = defineEvent({
  name: 'equipment.reservation-ended',
  version: 1,
  topic: 'equipment.reservations',
  key: 'reservationId',
  data: z.object({
    reservationId: z.uuid(),
    deviceId: z.uuid(),
    occurredOn: LocalDate,
    how: z.enum(['SOLD', 'RELEASED', 'EXPIRED', 'ERASED']),
  }),
});
export type ReservationEnded = EventOf<typeof ReservationEnded>;

/** A device was lent to a person until a day. */
export const DeviceLent = defineEvent({
  name: 'equipment.device-lent',
  version: 1,
  topic: 'equipment.loans',
  key: 'loanId',
  data: z.object({
    loanId: z.uuid(),
    deviceId: z.uuid(),
    beneficiaryId: z.uuid(),
    occurredOn: LocalDate,
    dueOn: LocalDate,
  }),
});
export type DeviceLent = EventOf<typeof DeviceLent>;

/** A lent device came back as it was or damaged, or is lost. */
export const LoanEnded = defineEvent({
  name: 'equipment.loan-ended',
  version: 1,
  topic: 'equipment.loans',
  key: 'loanId',
  data: z.object({
    loanId: z.uuid(),
    deviceId: z.uuid(),
    occurredOn: LocalDate,
    dueOn: LocalDate,
    how: z.enum(['RETURNED', 'DAMAGED', 'LOST']),
  }),
});
export type LoanEnded = EventOf<typeof LoanEnded>;

/** A person's right to buy connectivity goes on for another period. */
export const EntitlementRenewed = defineEvent({
  name: 'equipment.entitlement-renewed',
  version: 1,
  topic: 'equipment.entitlements',
  key: 'beneficiaryId',
  data: z.object({ beneficiaryId: z.uuid(), occurredOn: LocalDate }),
});
export type EntitlementRenewed = EventOf<typeof EntitlementRenewed>;

/** The coordination allows a person so much connectivity beyond the cap, in one month; its reason stays with it. */
export const EntitlementExceptionGranted = defineEvent({
  name: 'equipment.entitlement-exception-granted',
  version: 1,
  topic: 'equipment.entitlements',
  key: 'beneficiaryId',
  data: z.object({
    beneficiaryId: z.uuid(),
    occurredOn: LocalDate,
    month: LocalDate,
    cents: z.int().nonnegative(),
  }),
});
export type EntitlementExceptionGranted = EventOf<typeof EntitlementExceptionGranted>;
