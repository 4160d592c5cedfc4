import { z } from 'zod';
import { defineEvent, type EventOf } from './define-event.js';
import { AfterSalesOutcome, LocalDate } from './vocabulary.js';

/** A sold device came back with a fault; what is wrong with it stays with its owner. */
export const AfterSalesOpened = defineEvent({
  name: 'equipment.after-sales-opened',
  version: 1,
  topic: 'equipment.after-sales',
  key: 'ticketId',
  data: z.object({
    ticketId: z.uuid(),
    saleId: z.uuid(),
    deviceId: z.uuid(),
    occurredOn: LocalDate,
    underWarranty: z.boolean(),
  }),
});
export type AfterSalesOpened = EventOf<typeof AfterSalesOpened>;

/** What became of it: repaired, without a fault, exchanged for another device, or paid back. */
export const AfterSalesClosed = defineEvent({
  name: 'equipment.after-sales-closed',
  version: 1,
  topic: 'equipment.after-sales',
  key: 'ticketId',
  data: z.object({
    ticketId: z.uuid(),
    saleId: z.uuid(),
    deviceId: z.uuid(),
    openedOn: LocalDate,
    occurredOn: LocalDate,
    outcome: AfterSalesOutcome,
  }),
});
export type AfterSalesClosed = EventOf<typeof AfterSalesClosed>;
