import { z } from 'zod';
import { defineEvent, type EventOf } from './define-event.js';
import { ledgerDigestedBy } from './ledger-digest.js';
import { personPurgedBy } from './person-purged.js';
import {
  ArticleKind,
  BranchCode,
  DataErasureMethod,
  EquipmentState,
  EquipmentType,
  Grade,
  LocalDate,
  PaymentKind,
  PersonClasses,
} from './vocabulary.js';

export { AfterSalesClosed, AfterSalesOpened } from './equipment-after-sales.js';
export { SimActivated } from './equipment-connectivity.js';
export { DonationReceived, WasteRemoved } from './equipment-donations.js';
export {
  DeviceLent,
  DeviceReserved,
  EntitlementExceptionGranted,
  EntitlementRenewed,
  LoanEnded,
  MissingDeviceSettled,
  ReservationEnded,
  TransferAccepted,
  TransferCancelled,
  TransferClosed,
  TransferDeviceArrived,
  TransferRefused,
  TransferRequested,
  TransferShipped,
} from './equipment-movements.js';
export { TillClosed, TillOpened } from './equipment-tills.js';

const DeviceFacts = z.object({ type: EquipmentType, grade: Grade.nullable(), state: EquipmentState });
export type DeviceFacts = z.output<typeof DeviceFacts>;

/** A line sells one device, or a quantity of one counted article. */
const SaleLine = z.object({
  kind: z.enum(['DEVICE', 'ARTICLE']),
  deviceId: z.uuid().nullable(),
  type: EquipmentType.nullable(),
  grade: Grade.nullable(),
  articleId: z.uuid().nullable(),
  articleKind: ArticleKind.nullable(),
  quantity: z.int().positive(),
  /** What the person pays for the whole line. */
  cents: z.int().nonnegative(),
  /** Estimated market price of the whole line, null when nobody estimated it. */
  marketCents: z.int().nonnegative().nullable(),
});

/** Goods that came back later, and what was given for them: each counts on the day it was done, not on that of the sale. */
const SaleReturn = z.object({
  occurredOn: LocalDate,
  back: z.array(SaleLine).min(1),
  /** Devices handed over in exchange. */
  given: z.array(SaleLine),
  /** Paid back by the branch: `cents` above zero left the till. */
  refunds: z.array(z.object({ kind: PaymentKind, cents: z.int().nonnegative() })),
});

const SaleFacts = z.object({
  occurredOn: LocalDate,
  beneficiaryId: z.uuid().nullable(),
  classes: PersonClasses,
  lines: z.array(SaleLine).min(1),
  payments: z.array(z.object({ kind: PaymentKind, cents: z.int().nonnegative() })).min(1),
  /** Left out while nothing came back. */
  returns: z.array(SaleReturn).min(1).optional(),
});
export type SaleFacts = z.output<typeof SaleFacts>;

/** A device came in and carries its tag. */
export const DeviceReceived = defineEvent({
  name: 'equipment.device-received',
  version: 1,
  topic: 'equipment.devices',
  key: 'deviceId',
  data: z.object({ deviceId: z.uuid(), occurredOn: LocalDate, after: DeviceFacts }),
});
export type DeviceReceived = EventOf<typeof DeviceReceived>;

/** A device was graded, changed its state, or a mistake in its record was mended. */
export const DeviceChanged = defineEvent({
  name: 'equipment.device-changed',
  version: 1,
  topic: 'equipment.devices',
  key: 'deviceId',
  data: z.object({
    deviceId: z.uuid(),
    occurredOn: LocalDate,
    /** Why: `GRADE`, `STATE` (moved on in its life, transfers included), `SALE`, `SALE_VOID`, `CORRECTION` (the past was wrong). */
    cause: z.enum(['GRADE', 'STATE', 'SALE', 'SALE_VOID', 'CORRECTION']),
    /** Day the device was received: a correction moves the figures of that day. */
    receivedOn: LocalDate,
    /** The branch that received it, where it is not the one that speaks: it came by a transfer. */
    receivedIn: BranchCode.optional(),
    before: DeviceFacts,
    after: DeviceFacts,
  }),
});
export type DeviceChanged = EventOf<typeof DeviceChanged>;

/** A device received by mistake was taken out of the books. */
export const DeviceVoided = defineEvent({
  name: 'equipment.device-voided',
  version: 1,
  topic: 'equipment.devices',
  key: 'deviceId',
  data: z.object({
    deviceId: z.uuid(),
    occurredOn: LocalDate,
    receivedOn: LocalDate,
    /** The branch that received it, where it is not the one that speaks: it came by a transfer. */
    receivedIn: BranchCode.optional(),
    before: DeviceFacts,
  }),
});
export type DeviceVoided = EventOf<typeof DeviceVoided>;

/** What people had left on a device was removed; without that it is never ready. */
export const DeviceDataErased = defineEvent({
  name: 'equipment.device-data-erased',
  version: 1,
  topic: 'equipment.devices',
  key: 'deviceId',
  data: z.object({ deviceId: z.uuid(), occurredOn: LocalDate, method: DataErasureMethod }),
});
export type DeviceDataErased = EventOf<typeof DeviceDataErased>;

/** Something was sold at the solidarity price; also a support act of solution SALE under the sale's id. */
export const SaleMade = defineEvent({
  name: 'equipment.sale-made',
  version: 1,
  topic: 'equipment.sales',
  key: 'saleId',
  data: z.object({ saleId: z.uuid(), after: SaleFacts }),
});
export type SaleMade = EventOf<typeof SaleMade>;

/** Payment or buyer of a sale were mended, its classes restamped, or goods of it came back: see `returns`. */
export const SaleCorrected = defineEvent({
  name: 'equipment.sale-corrected',
  version: 1,
  topic: 'equipment.sales',
  key: 'saleId',
  data: z.object({ saleId: z.uuid(), before: SaleFacts, after: SaleFacts }),
});
export type SaleCorrected = EventOf<typeof SaleCorrected>;

/** A sale was taken back; its devices are ready again and its articles back in stock. */
export const SaleVoided = defineEvent({
  name: 'equipment.sale-voided',
  version: 1,
  topic: 'equipment.sales',
  key: 'saleId',
  data: z.object({ saleId: z.uuid(), before: SaleFacts }),
});
export type SaleVoided = EventOf<typeof SaleVoided>;

/** The network set a price for a type and grade over a period; `until` is exclusive, null = open. */
export const TariffSet = defineEvent({
  name: 'equipment.tariff-set',
  version: 1,
  topic: 'equipment.tariffs',
  key: 'tariffId',
  data: z.object({
    tariffId: z.uuid(),
    type: EquipmentType,
    grade: Grade,
    cents: z.int().nonnegative(),
    marketCents: z.int().nonnegative().nullable(),
    from: LocalDate,
    until: LocalDate.nullable(),
  }),
});
export type TariffSet = EventOf<typeof TariffSet>;

/** Counted articles came in, or their count was mended. */
export const ArticleStockChanged = defineEvent({
  name: 'equipment.article-stock-changed',
  version: 1,
  topic: 'equipment.articles',
  key: 'articleId',
  data: z.object({
    articleId: z.uuid(),
    articleKind: ArticleKind,
    occurredOn: LocalDate,
    before: z.int(),
    after: z.int(),
  }),
});
export type ArticleStockChanged = EventOf<typeof ArticleStockChanged>;

/** A day of this service's ledger is complete, and this is what it holds. */
export const LedgerDigested = ledgerDigestedBy('equipment');

/** This service has let go of whatever linked to or described a person who was erased. */
export const PersonPurged = personPurgedBy('equipment');
export type PersonPurged = EventOf<typeof PersonPurged>;
